import { useId, type MouseEvent } from 'react';
import { Link } from '../../Link.tsx';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { typeLabel } from '../../../toloka/vocabulary.ts';
import { t } from '../../../words/words.ts';
import { listHref } from '../../links.ts';
import { useSetting } from '../../settings.ts';
import { shortId } from '../../ui/format.ts';
import { useToday } from '../useToday.ts';
import { rowOffers } from './rowOffers.ts';
import styles from './RowOffers.module.css';

/** What a row says as filters, each a link to the list with that filter added to what is set. */
export function RowOffers({
  operation,
  environment,
  search,
  onFollowed,
}: {
  operation: Operation;
  environment: string;
  search: ListSearch;
  onFollowed: (event: MouseEvent) => void;
}) {
  const headId = useId();
  const zone = useSetting('zone');
  const groups = rowOffers(operation, search, zone, useToday(zone));
  return (
    <div className={styles.offers}>
      <p className={styles.about}>
        <span className={styles.lead}>{t('Filter by this row:')} </span>
        <span className={styles.row}>
          {operation.type !== '' && typeLabel(operation.type)} <code>{shortId(operation.id)}</code>
        </span>
      </p>
      {groups.length === 0 && <p>{t('This row says nothing that the list can be filtered by.')}</p>}
      {groups.map(({ label, offers }, index) => (
        <div key={label} role="group" aria-labelledby={`${headId}-${index}`} className={styles.group}>
          <span id={`${headId}-${index}`} className={styles.label}>
            {label}
          </span>
          <div className={styles.links}>
            {offers.map(({ words, details, to }) => (
              <Link key={words} className={styles.offer} to={listHref(environment, to)} onClick={onFollowed}>
                <span>{words}</span> {details !== '' && <span className={styles.details}>{details}</span>}
              </Link>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
