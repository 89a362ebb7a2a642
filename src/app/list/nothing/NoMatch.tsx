import { useState } from 'react';
import { formatListSearch } from '../../../toloka/formatSearch.ts';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { t } from '../../../words/words.ts';
import { CrossIcon } from '../../ui/icons.tsx';
import type { ActiveFilter } from '../activeFilters.ts';
import { attributeLabel, cleared, withoutAttribute } from '../filters/attributes.ts';
import panel from '../Panel.module.css';
import type { Go } from '../useListSearch.ts';
import { Elsewhere } from './Elsewhere.tsx';
import styles from './NoMatch.module.css';
import { trapsOf } from './traps.ts';
import { TryWithout } from './TryWithout.tsx';

/** In place of rows when no operation matches: what is known to be in the way, and each filter's part in it. */
export function NoMatch({
  environment,
  search,
  filters,
  go,
}: {
  environment: string;
  search: ListSearch;
  filters: readonly ActiveFilter[];
  go: Go;
}) {
  // Traps do not turn into others while one reads them.
  const [now] = useState(() => Date.now());
  const one = filters.length === 1;
  const view = formatListSearch(search);
  return (
    <div className={panel.panel}>
      <p className={panel.title}>
        {one ? t('No operation matches this filter') : t('No operation matches all of these filters')}
      </p>
      {trapsOf(search.query, now).map(({ kind, text }) => (
        <p key={text} className={kind === 'never' ? styles.never : panel.text}>
          {text}
        </p>
      ))}
      <ul aria-label={t('Filters in the way')} className={styles.filters}>
        {filters.map(({ attribute, words }) => {
          const without = withoutAttribute(attribute, search);
          return (
            <li key={attribute} className={styles.filter}>
              <button
                type="button"
                className={`button ${styles.drop}`}
                aria-label={t('Drop {filter}', { filter: words })}
                onClick={() => go((now) => withoutAttribute(attribute, now))}
              >
                <span>{words}</span>
                <CrossIcon size={12} />
              </button>
              <TryWithout
                key={view}
                label={attributeLabel(attribute)}
                environment={environment}
                without={without}
              />
            </li>
          );
        })}
      </ul>
      {!one && (
        <button type="button" className="button primary" onClick={() => go(cleared)}>
          {t('Remove all filters')}
        </button>
      )}
      <Elsewhere environment={environment} search={search} />
    </div>
  );
}
