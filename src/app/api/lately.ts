import { queryOptions } from '@tanstack/react-query';
import { latelyOf } from '../../toloka/estimate/lately.ts';
import { decodeOperationList, elapsedMs } from '../../toloka/operation.ts';
import { formatUtc } from '../../toloka/time.ts';
import { writeQueryString } from '../../toloka/formatSearch.ts';
import { latelyKey } from './keys.ts';
import { requestJson } from './request.ts';

/** How many are looked at. */
const LIMIT = 20;
/** Nothing older than this tells how long it takes now, ms. */
const OLDEST_MS = 30 * 86_400_000;
/** For so long they are not asked for again, ms. */
const FRESH_MS = 5 * 60_000;

/**
 * How long operations of a type took lately: the last 20 that succeeded within 30 days, null when there are too few. One
 * request, kept for five minutes. The bound also leaves out those without `finished`, which some servers put first.
 */
export function latelyQuery(environment: string, type: string) {
  return queryOptions({
    queryKey: latelyKey(environment, type),
    queryFn: async ({ signal }) => {
      const search = writeQueryString([
        ['type', type],
        ['status', 'SUCCESS'],
        ['sort', '-finished'],
        ['limit', String(LIMIT)],
        ['finished_gt', formatUtc(Date.now() - OLDEST_MS)],
      ]);
      const answer = decodeOperationList(
        await requestJson(environment, { kind: 'list' }, { search, signal }),
      );
      return answer.items.flatMap((item) => elapsedMs(item.started, item.finished) ?? []);
    },
    select: latelyOf,
    staleTime: FRESH_MS,
  });
}
