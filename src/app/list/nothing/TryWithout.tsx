import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from '../../Link.tsx';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import type { Page } from '../../../toloka/paging/page.ts';
import { t } from '../../../words/words.ts';
import { asFailure } from '../../api/failure.ts';
import { pageQuery } from '../../api/queries.ts';
import { listHref } from '../../links.ts';
import { rich } from '../../ui/rich.tsx';
import styles from './TryWithout.module.css';

/**
 * Tells on a click whether the list without one filter (`without`) would find anything: one request for one row, on
 * the list's own way, for each of its streams. `label` names the filter.
 */
export function TryWithout({
  label,
  environment,
  without,
}: {
  label: string;
  environment: string;
  without: ListSearch;
}) {
  const [asked, setAsked] = useState(false);
  const options = pageQuery(environment, { ...without.query, limit: 1 }, null, true);
  const { data, error, isFetching, refetch } = useQuery({ ...options, enabled: false });
  const ask = () => {
    setAsked(true);
    void refetch();
  };
  return (
    <span className={styles.try}>
      <button type="button" className="button small" aria-disabled={isFetching} onClick={ask}>
        {t('Try without {filter}', { filter: label })}
      </button>
      <span role="status" className={styles.answer}>
        {asked && (isFetching ? t('Asking…') : answer())}
      </span>
    </span>
  );

  function answer() {
    if (error) {
      const { code, message } = asFailure(error);
      return (
        <span className={styles.failed}>
          {rich('Not known: {error}', {
            error: (
              <>
                <code>{code}</code> {message}
              </>
            ),
          })}
        </span>
      );
    }
    if (!data) return null;
    if (data.items.length > 0) {
      return (
        <>
          <span>{t('would find at least 1')}</span>{' '}
          <Link className="link" to={listHref(environment, without)}>
            {t('Show without {filter}', { filter: label })}
          </Link>
        </>
      );
    }
    return isWhole(data) ? t('still nothing') : t('nothing found so far');
  }
}

/** Whether a page without rows means that there are none at all. */
function isWhole(page: Page): boolean {
  return page.next === null && !page.missing;
}
