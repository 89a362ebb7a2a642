import { boundParameter } from '../../toloka/filters.ts';
import { formatListSearch } from '../../toloka/formatSearch.ts';
import { DEFAULT_QUERY, DEFAULT_SEARCH, type ListQuery } from '../../toloka/listSearch.ts';
import { formatUtc } from '../../toloka/time.ts';
import { KNOWN_STATUSES, isTerminal, type KnownOperationStatus } from '../../toloka/vocabulary.ts';
import { t } from '../../words/words.ts';
import { formatDay, zoneName, type Zone } from '../ui/format.ts';
import type { View } from './view.ts';

/** A view that is there without having been saved. `title` is what hovering tells. */
export type ReadyMade = View & { readonly title: string };

const FAILED: KnownOperationStatus = 'FAIL';

/**
 * The views that everybody has, in an environment. “Today” begins at `midnight` (epoch ms) of the zone: the URL has no
 * word for it, since a link must mean the same in every zone, so its link names the instant.
 */
export function readyMadeViews(environment: string, zone: Zone, midnight: number): ReadyMade[] {
  const since = boundParameter('submitted', 'gte');
  const day = formatDay(midnight, zone, midnight);
  const make = (name: string, title: string, query: Partial<ListQuery>): ReadyMade => ({
    name,
    title,
    environment,
    search: formatListSearch({ ...DEFAULT_SEARCH, query: { ...DEFAULT_QUERY, ...query } }),
  });
  return [
    make(t('All##view'), t('Every operation, newest first'), {}),
    make(t('Running now'), t('Pending or running'), {
      statuses: KNOWN_STATUSES.filter((status) => !isTerminal(status)),
    }),
    make(t('Failed, 24 h'), t('Failed, submitted in the last 24 hours; moves with the clock'), {
      statuses: [FAILED],
      bounds: { [since]: 'now-24h' },
    }),
    make(
      t('Today'),
      t('Submitted since midnight of {day} in {zone}; its link keeps that date', {
        day,
        zone: zoneName(zone, midnight),
      }),
      {
        bounds: { [since]: formatUtc(midnight).slice(0, 19) },
      },
    ),
  ];
}

/** The first instant (epoch ms) of the day in which `now` (epoch ms) lies. */
export function midnightOf(zone: Zone, now: number): number {
  const day = new Date(now);
  return zone === 'utc' ? day.setUTCHours(0, 0, 0, 0) : day.setHours(0, 0, 0, 0);
}
