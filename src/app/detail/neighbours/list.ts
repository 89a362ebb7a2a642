import { DEFAULT_SEARCH } from '../../../toloka/listSearch.ts';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import type { Place } from '../../../toloka/place.ts';
import type { NeighbourList } from '../../api/neighbours.ts';
import type { DetailState } from '../../detailState.ts';

/**
 * The list in whose order one walks: the one that one came from, else all operations, newest first. An address with
 * faults listed nothing, so it has no order either.
 */
export function listOf(state: DetailState | null): NeighbourList {
  const search = state && parseListSearch(state.listSearch);
  if (!search || search.faults.length > 0) return { search: DEFAULT_SEARCH, listed: false };
  return { search, listed: true };
}

/** The ID before or after another one among those that a search had found; null at their ends. */
export function amongFound({ among = [] }: DetailState, id: string, side: Place['side']): string | null {
  const at = among.indexOf(id);
  return (at < 0 ? null : among[side === 'after' ? at + 1 : at - 1]) ?? null;
}
