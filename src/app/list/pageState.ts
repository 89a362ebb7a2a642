import { notifyManager, useQueryClient, type Query, type QueryState } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { PageReading } from '../../toloka/paging/page.ts';
import type { pageQuery } from '../api/queries.ts';

export type PageKey = readonly ['operations', string, 'list', string];
type PageQuery = Query<PageReading, Error, PageReading, PageKey>;

/** How long a page waits before it is asked for again, in ms, or false for never. */
export type NextAsk = ReturnType<typeof pageQuery>['refetchInterval'];

/**
 * One fact about a page in the query cache, for a leaf that shows it. `read` must return a plain value. It observes
 * without taking part: a second `useQuery` would bring a second polling timer with it.
 */
export function usePageState<Value extends string | number | boolean | null>(
  view: string,
  read: (state: QueryState<PageReading> | undefined, query: PageQuery | undefined) => Value,
): Value {
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback(
    (listener: () => void) =>
      cache.subscribe(({ query }) => {
        // The cache also speaks while a component renders; scheduled, the listeners hear it afterwards.
        if (query.queryHash === view) notifyManager.schedule(listener);
      }),
    [cache, view],
  );
  return useSyncExternalStore(subscribe, () => {
    const query = cache.get<PageReading, Error, PageReading, PageKey>(view);
    return read(query?.state, query);
  });
}

/**
 * When the page will be asked for again by itself (epoch ms), or null for never. React-query starts its timer anew
 * with every answer, good or bad.
 */
export function nextAskAt(query: PageQuery, nextAsk: NextAsk): number | null {
  const wait = typeof nextAsk === 'function' ? nextAsk(query) : nextAsk;
  if (!wait) return null;
  return Math.max(query.state.dataUpdatedAt, query.state.errorUpdatedAt) + wait;
}

/** So long it is at least until a page is asked for again, in ms: what is overdue is being asked for already. */
const LEAST_MS = 1000;

/**
 * How long it is, at `now` (epoch ms), until a page is asked for again by itself, in ms; false for never. Who comes back
 * to a page begins no new wait, while react-query's own timer starts when it is told.
 */
export function untilDue(query: PageQuery, nextAsk: NextAsk, now = Date.now()): number | false {
  const at = nextAskAt(query, nextAsk);
  return at !== null && Math.max(LEAST_MS, at - now);
}
