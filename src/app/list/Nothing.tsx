import { Link } from 'react-router-dom';
import type { ListSearch } from '../../toloka/listSearch.ts';
import type { Page } from '../../toloka/paging/loadPage.ts';
import { environmentLabel } from '../environments.ts';
import { listHref } from '../links.ts';
import { useSettings } from '../settings.ts';
import { CrossIcon } from '../ui/icons.tsx';
import { activeFilters } from './activeFilters.ts';
import { cleared, withoutAttribute } from './filters/attributes.ts';
import { neighbours } from './places.ts';
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
  const [{ zone }] = useSettings();
  const filters = activeFilters(search.query, zone, useToday(zone));
  const { next } = neighbours(search, page);
  if (next) return <SearchedSoFar href={listHref(environment, next)} />;
  if (search.place) return <EmptyPlace href={listHref(environment, { ...search, place: null })} />;
  if (filters.length === 0) return <NothingYet environment={environment} />;
  return (
    <div className={styles.panel}>
      <p className={styles.title}>
        No operation matches {filters.length === 1 ? 'this filter' : 'all of these filters'}
      </p>
      <p className={styles.text}>Take {filters.length === 1 ? 'it' : 'one'} away to see more:</p>
      <div className={styles.choices}>
        {filters.map(({ attribute, words }) => (
          <button
            key={attribute}
            type="button"
            className="button"
            aria-label={`Drop ${words}`}
            onClick={() => go(withoutAttribute(attribute, search))}
          >
            <span>{words}</span>
            <CrossIcon size={12} />
          </button>
        ))}
        {filters.length > 1 && (
          <button type="button" className="button primary" onClick={() => go(cleared(search))}>
            Drop all filters
          </button>
        )}
      </div>
    </div>
  );
}

function NothingYet({ environment }: { environment: string }) {
  return (
    <div className={styles.panel}>
      <p className={styles.title}>No operations in {environmentLabel(environment)} yet</p>
      <p className={styles.text}>
        Opening a pool, uploading tasks or issuing bonuses starts one. It appears here by itself.
      </p>
    </div>
  );
}

function EmptyPlace({ href }: { href: string }) {
  return (
    <div className={styles.panel}>
      <p className={styles.title}>Nothing lies here any more</p>
      <p className={styles.text}>The address names a place in the list where there are no operations now.</p>
      <Link className="button" to={href}>
        First page
      </Link>
    </div>
  );
}

function SearchedSoFar({ href }: { href: string }) {
  return (
    <div className={styles.panel}>
      <p className={styles.title}>Nothing found so far</p>
      <p className={styles.text}>What you look for is rare in this order. The search goes on from here.</p>
      <Link className="button" to={href}>
        Search further
      </Link>
    </div>
  );
}
