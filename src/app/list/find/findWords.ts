import { totalOrder } from '../../../toloka/sort.ts';
import type { ListQuery } from '../../../toloka/listSearch.ts';
import { t } from '../../../words/words.ts';
import { formatCount, type Zone } from '../../ui/format.ts';
import { dateWords } from '../filters/rangeWords.ts';
import { MOST_FOUND, type FindState } from './findRun.ts';

/**
 * How far a search is: `Searched 1,200, back to 12 Nov 13:20, 2 found`. It says "all" only of a search that came to the
 * list's end.
 */
export function findWords(state: FindState, query: ListQuery, zone: Zone, now: number): string {
  const { phase, searched, found } = state;
  const values = {
    searched: formatCount(searched),
    found: phase === 'full' ? t('more than {n}', { n: formatCount(MOST_FOUND) }) : formatCount(found.length),
  };
  if (phase === 'ended') return t('Searched all {searched}, {found} found', values);
  if (searched === 0) return phase === 'searching' ? t('Searching…') : t('Nothing searched yet');
  const reached = reachedBy(state, query);
  if (!reached) return t('Searched {searched}, {found} found', values);
  const time = dateWords(reached.time, zone, now);
  return reached.back
    ? t('Searched {searched}, back to {time}, {found} found', { ...values, time })
    : t('Searched {searched}, up to {time}, {found} found', { ...values, time });
}

/** How far in time the search has come, by the list's first key; null where the list is not in the order of a time. */
function reachedBy({ last }: FindState, { sort }: ListQuery): { time: string; back: boolean } | null {
  const [key] = totalOrder(sort).keys;
  const time = key && last?.[key.field];
  return key && time ? { time, back: key.direction === 'desc' } : null;
}

/** What a search at rest leaves open, and what can be done; null while it runs and when all is searched. */
export function restWords(state: FindState): string | null {
  if (state.phase === 'full') {
    return t('The first {n} are shown. Narrow the text or the filters to see the others.', {
      n: formatCount(MOST_FOUND),
    });
  }
  if (state.phase === 'stopped') return t('Stopped. What was not searched may hold more.');
  return state.phase === 'leg' ? t('Not all is searched yet; the rest may hold more.') : null;
}
