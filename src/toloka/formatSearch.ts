import { BOUND_PARAMETERS, DEFAULT_LIMIT, DEFAULT_SORT } from './filters.ts';
import { type Fault, type ListQuery, type ListSearch } from './listSearch.ts';
import { formatBoundary } from './place.ts';
import { formatSort } from './sort.ts';

type Entry = readonly [name: string, value: string];

/**
 * Writes a list URL's query string, without `?`; empty for the bare list. Defaults are left out, the order of
 * parameters is fixed, faulty parameters stay as they came. `parseListSearch` reads back exactly the same.
 */
export function formatListSearch(search: ListSearch): string {
  return writeQueryString([
    ...queryEntries(search.query),
    ...(search.paused ? [['updates', 'paused'] as const] : []),
    ...(search.place ? [[search.place.side, formatBoundary(search.place.boundary)] as const] : []),
    ...search.faults.map((fault) => [fault.parameter, fault.value] as const),
  ]);
}

function queryEntries(query: ListQuery): Entry[] {
  const entries: Entry[] = [];
  for (const type of query.types) entries.push(['type', type]);
  for (const status of query.statuses) entries.push(['status', status]);
  for (const { name } of BOUND_PARAMETERS.values()) {
    const value = query.bounds[name];
    if (value !== undefined) entries.push([name, value]);
  }
  const sort = formatSort(query.sort);
  if (sort !== formatSort(DEFAULT_SORT)) entries.push(['sort', sort]);
  if (query.limit !== DEFAULT_LIMIT) entries.push(['limit', String(query.limit)]);
  if (query.find !== null) entries.push(['find', query.find]);
  return entries;
}

/** Writes parameters as a query string in which `,` and `:` stay readable; both may stand there (RFC 3986, 3.4). */
export function writeQueryString(entries: readonly Entry[]): string {
  return new URLSearchParams(entries.map(([name, value]) => [name, value]))
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':');
}

/**
 * The search after a change of its query: one navigation's worth. The place in the list is dropped with it, and so
 * are the faults of the parameters that the change has replaced.
 */
export function changeQuery(
  search: ListSearch,
  change: Partial<ListQuery>,
  mended: readonly string[] = [],
): ListSearch {
  return {
    query: { ...search.query, ...change },
    place: null,
    paused: search.paused,
    faults: search.faults.filter((fault) => !mended.includes(fault.parameter) && !isPlace(fault)),
  };
}

function isPlace(fault: Fault): boolean {
  return fault.parameter === 'after' || fault.parameter === 'before';
}
