import { startTransition, useOptimistic, type MouseEvent, type ReactNode } from 'react';
import { MAX_LIMIT } from '../../toloka/filters.ts';
import { changeQuery } from '../../toloka/formatSearch.ts';
import type { ListSearch } from '../../toloka/listSearch.ts';
import type { Page } from '../../toloka/paging/page.ts';
import { t } from '../../words/words.ts';
import { useAction } from '../actions.ts';
import { Link, useFollow } from '../Link.tsx';
import { listHref } from '../links.ts';
import { neighbours } from './pagesAround.ts';
import type { Go } from './useListSearch.ts';
import styles from './Pager.module.css';

const SIZES: readonly number[] = [20, 50, 100, 200, MAX_LIMIT];

/** The way to other pages, and how long they are. Each page has an address, so its links open in new tabs as well. */
export function Pager({
  environment,
  search,
  page,
  go,
}: {
  environment: string;
  search: ListSearch;
  /** Null while nothing is known about the pages around this one. */
  page: Page | null;
  go: Go;
}) {
  const { next, previous } = neighbours(search, page);
  // What is picked is shown at once, and the page follows.
  const [limit, pick] = useOptimistic(search.query.limit);
  const sizes = [...new Set([...SIZES, limit])].sort((a, b) => a - b);
  const href = (view: ListSearch | null) => view && listHref(environment, view);
  return (
    <nav aria-label={t('Pages')} className={styles.pager}>
      <label className={styles.size}>
        {t('Rows per page')}
        <select
          className="field"
          value={limit}
          onChange={({ target }) =>
            startTransition(() => {
              const picked = Number(target.value);
              pick(picked);
              go((now) => changeQuery(now, { limit: picked }));
            })
          }
        >
          {sizes.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </select>
      </label>
      <span className={styles.grow} />
      {search.place && page?.items.length !== 0 && (
        <Link className="button ghost" to={listHref(environment, { ...search, place: null })}>
          {t('First page')}
        </Link>
      )}
      <PageLink href={href(previous)} name={t('Previous page')} action="previousPage">
        <span aria-hidden="true">←</span>
        <span>{t('Previous##page')}</span>
      </PageLink>
      <PageLink href={href(next)} name={t('Next page')} action="nextPage">
        <span>{t('Next##page')}</span>
        <span aria-hidden="true">→</span>
      </PageLink>
    </nav>
  );
}

/**
 * A link that may lead nowhere for now. It stays the same element either way, so that it keeps the focus when the
 * last page is reached.
 */
function PageLink({
  href,
  name,
  action,
  children,
}: {
  href: string | null;
  name: string;
  action: 'previousPage' | 'nextPage';
  children: ReactNode;
}) {
  const follow = useFollow();
  const way =
    href === null
      ? ({ role: 'link', 'aria-disabled': true, tabIndex: -1 } as const)
      : { href, onClick: (event: MouseEvent) => follow(event, href) };
  return (
    <a className="button" aria-label={name} {...useAction(action)} {...way}>
      {children}
    </a>
  );
}
