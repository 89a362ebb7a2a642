import { BOUND_PARAMETERS, RANGE_FIELDS, type BoundParameter } from './filters.ts';
import type { ListQuery, ListSearch } from './listSearch.ts';
import { resolveBounds } from './paging/loadPage.ts';
import { relativeAgoMs } from './relativeTime.ts';

/** The bounds of a query that move with the clock (`now-24h`), in the order in which URLs list them. */
export function relativeBounds(query: ListQuery): BoundParameter[] {
  return [...BOUND_PARAMETERS.values()]
    .filter(({ name, field }) => {
      const value = query.bounds[name];
      return RANGE_FIELDS[field].kind === 'time' && value !== undefined && relativeAgoMs(value) !== null;
    })
    .map(({ name }) => name);
}

/**
 * The search with its relative bounds as the instants that they mean at `now` (epoch ms): a link to it shows tomorrow
 * what it shows today. Everything else stays as it is, absolute dates to the letter.
 */
export function pinned(search: ListSearch, now: number): ListSearch {
  const { query } = search;
  const resolved = resolveBounds(query.bounds, now);
  const bounds: Partial<Record<BoundParameter, string>> = { ...query.bounds };
  for (const name of relativeBounds(query)) {
    const date = resolved[name];
    if (date !== undefined) bounds[name] = date;
  }
  return { ...search, query: { ...query, bounds } };
}
