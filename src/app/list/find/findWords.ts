import { totalOrder } from '../../../toloka/sort.ts';
import type { ListQuery } from '../../../toloka/listSearch.ts';
import { formatCount, type Zone } from '../../ui/format.ts';
import { dateWords } from '../filters/attributes.ts';
import { MOST_FOUND, type FindState } from './findRun.ts';

/**
 * How far a search is: `Searched 1,200, back to 12 Nov 13:20, 2 found`. It says "all" only of a search that came to the
 * list's end.
 */
export function findWords(state: FindState, query: ListQuery, zone: Zone, now: number): string {
  const { phase, searched, found } = state;
  const many = phase === 'full' ? `more than ${formatCount(MOST_FOUND)}` : formatCount(found.length);
  if (phase === 'ended') return `Searched all ${formatCount(searched)}, ${many} found`;
  if (searched === 0) return phase === 'searching' ? 'Searching…' : 'Nothing searched yet';
  const reached = reachedWords(state, query, zone, now);
  return [`Searched ${formatCount(searched)}`, ...(reached === null ? [] : [reached]), `${many} found`].join(
    ', ',
  );
}

/** How far in time the search has come, by the list's first key; null where the list is not in the order of a time. */
function reachedWords({ last }: FindState, { sort }: ListQuery, zone: Zone, now: number): string | null {
  const [key] = totalOrder(sort).keys;
  const time = key && last?.[key.field];
  if (!key || !time) return null;
  return `${key.direction === 'desc' ? 'back' : 'up'} to ${dateWords(time, zone, now)}`;
}

/** What a search at rest leaves open, and what can be done; null while it runs and when all is searched. */
export function restWords(state: FindState): string | null {
  if (state.phase === 'full') {
    return `The first ${formatCount(MOST_FOUND)} are shown. Narrow the text or the filters to see the others.`;
  }
  if (state.phase === 'stopped') return 'Stopped. What was not searched may hold more.';
  return state.phase === 'leg' ? 'Not all is searched yet; the rest may hold more.' : null;
}
