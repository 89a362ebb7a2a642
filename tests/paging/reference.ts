import { formatListSearch } from '../../src/toloka/formatSearch.ts';
import { DEFAULT_QUERY, type ListQuery } from '../../src/toloka/listSearch.ts';
import { createServerTraits, type ServerTraits } from '../../src/toloka/paging/serverTraits.ts';
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

/** On a server that puts the absent last both ways, only a status can be asked for: unknown ones must be known of. */
export function traitsFor(server: Manners): ServerTraits {
  const traits = createServerTraits();
  if (server.absent === 'last') traits.statuses.add('PAUSED');
  return traits;
}

/** What no client can ask such a server for: ended operations that lack a `finished`, sorted by `finished`. */
export function reachable(all: readonly Row[], wanted: ListQuery, server: Manners): Row[] {
  const first = wanted.sort.findIndex((key) => key.field === 'finished');
  const id = wanted.sort.findIndex((key) => key.field === 'id');
  if (server.absent !== 'last' || first < 0 || (id >= 0 && id < first)) return [...all];
  return all.filter((row) => row.finished !== null || (row.status !== 'SUCCESS' && row.status !== 'FAIL'));
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
