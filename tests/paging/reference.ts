import { formatListSearch } from '../../src/toloka/formatSearch.ts';
import { DEFAULT_QUERY, type ListQuery } from '../../src/toloka/listSearch.ts';
import { totalOrder } from '../../src/toloka/sort.ts';
import { matching, type Manners, type Row } from './modelServer.ts';

/** All rows that the query means, whatever streams it takes. */
export function expected(all: readonly Row[], wanted: ListQuery, server: Manners): string[] {
  const search = formatListSearch({
    query: { ...wanted, types: [], statuses: [], sort: DEFAULT_QUERY.sort, limit: 50 },
    place: null,
    paused: false,
    faults: [],
  });
  return matching(all, search, server)
    .filter((row) => wanted.types.length === 0 || wanted.types.includes(row.type))
    .filter((row) => wanted.statuses.length === 0 || wanted.statuses.includes(row.status))
    .map((row) => row.id)
    .sort();
}

/**
 * Whether rows of this list have to be picked out of others, request by request, so that a page may come empty: those
 * without a `finished` on a server that puts them last both ways, and several streams in the order of IDs alone.
 */
export function isSearched(wanted: ListQuery, server: Manners): boolean {
  const { keys } = totalOrder(wanted.sort);
  const streams = Math.max(1, wanted.types.length) * Math.max(1, wanted.statuses.length);
  return (
    (server.absent === 'last' && keys.some(({ field }) => field === 'finished')) ||
    (streams > 1 && keys.length === 0)
  );
}

/** IDs with those that tie on all time keys before the ID put in the order of their text. */
export function tiesSorted(ids: readonly string[], all: readonly Row[], wanted: ListQuery): string[] {
  const { keys } = totalOrder(wanted.sort);
  const known = new Map(all.map((row) => [row.id, row]));
  const mark = (id: string) => keys.map(({ field }) => comparable(known.get(id)?.[field] ?? null)).join();
  const groups: { mark: string; ids: string[] }[] = [];
  for (const id of ids) {
    const group = groups.at(-1);
    if (group && group.mark === mark(id)) group.ids.push(id);
    else groups.push({ mark: mark(id), ids: [id] });
  }
  return groups.flatMap((group) => group.ids.sort());
}

export function comparable(value: string | null): string {
  return value === null ? '-' : `${value}${value.includes('.') ? '' : '.'}`.padEnd(26, '0');
}
