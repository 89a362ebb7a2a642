import { Link } from '../Link.tsx';
import type { ListSearch } from '../../toloka/listSearch.ts';
import type { Page } from '../../toloka/paging/page.ts';
import { t } from '../../words/words.ts';
import { environmentLabel } from '../environments.ts';
import { listHref } from '../links.ts';
import { useSetting } from '../settings.ts';
import { activeFilters } from './activeFilters.ts';
import { NoMatch } from './nothing/NoMatch.tsx';
import { neighbours } from './pagesAround.ts';
import type { Go } from './useListSearch.ts';
import { useToday } from './useToday.ts';
import styles from './Panel.module.css';

/** In place of rows when there are none, for each reason its own words. Never shown for a failure. */
export function Nothing({
  environment,
  search,
  page,
  go,
}: {
  environment: string;
  search: ListSearch;
  page: Page;
  go: Go;
}) {
  const zone = useSetting('zone');
  const filters = activeFilters(search.query, zone, useToday(zone));
  const { next } = neighbours(search, page);
  if (next) return <SearchedSoFar href={listHref(environment, next)} />;
  if (search.place) return <EmptyPlace href={listHref(environment, { ...search, place: null })} />;
  if (filters.length === 0) return <NothingYet environment={environment} />;
  return <NoMatch environment={environment} search={search} filters={filters} go={go} />;
}

function NothingYet({ environment }: { environment: string }) {
  return (
    <div className={styles.panel}>
      <p className={styles.title}>
        {t('No operations in {environment} yet', { environment: environmentLabel(environment) })}
      </p>
      <p className={styles.text}>
        {t('Opening a pool, uploading tasks or issuing bonuses starts one. It appears here by itself.')}
      </p>
    </div>
  );
}

function EmptyPlace({ href }: { href: string }) {
  return (
    <div className={styles.panel}>
      <p className={styles.title}>{t('Nothing is here any more')}</p>
      <p className={styles.text}>
        {t('The address names a place in the list where there are no operations now.')}
      </p>
      <Link className="button" to={href}>
        {t('First page')}
      </Link>
    </div>
  );
}

function SearchedSoFar({ href }: { href: string }) {
  return (
    <div className={styles.panel}>
      <p className={styles.title}>{t('Nothing found so far')}</p>
      <p className={styles.text}>
        {t('What you are looking for is rare in this order. The search can go on from here.')}
      </p>
      <Link className="button" to={href}>
        {t('Search further')}
      </Link>
    </div>
  );
}
