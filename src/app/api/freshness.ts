import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * How new answers are. The proxy may answer a poll with what it heard a moment ago, and says how old that is; somebody
 * who asks by hand wants the answer of this moment.
 */

type Known = Pick<Query, 'state'>;

/** Queries that somebody asks for by hand just now. */
const byHand = new WeakSet<object>();
/** When the data of a query were true (epoch ms), and its count of updates with them. */
const times = new WeakMap<object, { readonly updates: number; readonly at: number }>();

/** Asks for a query with `ask`, by hand: no answer that the proxy has kept will do. Settles as `ask` does. */
export async function askByHand<Result>(
  client: QueryClient,
  queryKey: QueryKey,
  ask: () => Promise<Result>,
): Promise<Result> {
  const query = queryOf(client, queryKey);
  if (query) byHand.add(query);
  try {
    return await ask();
  } finally {
    if (query) byHand.delete(query);
  }
}

/** A question under way: whether it is asked by hand, and since when what it brings was true. */
export type Asking = {
  readonly fresh: boolean;
  /** Hears when an answer was true (epoch ms). Several answers are as old as the oldest of them. */
  readonly heard: (at: number) => void;
  /** When what it has brought was true (epoch ms); it is remembered as the time of the query's next data. */
  readonly end: () => number;
};

/** Begins to ask for a query; `at` is the present (epoch ms), and answers are never newer than that. */
export function beginAsking(client: QueryClient, queryKey: QueryKey, at: number): Asking {
  const query = queryOf(client, queryKey);
  let oldest = Number.POSITIVE_INFINITY;
  return {
    fresh: query !== undefined && byHand.has(query),
    heard: (time) => {
      oldest = Math.min(oldest, time);
    },
    end: () => {
      if (query && Number.isFinite(oldest))
        times.set(query, { updates: query.state.dataUpdateCount + 1, at: oldest });
      return Math.min(at, oldest);
    },
  };
}

/** When a query's data were true (epoch ms), which is before they came; 0 when there are none. */
export function readAt(query: Known | undefined): number {
  if (!query) return 0;
  const { dataUpdatedAt, dataUpdateCount } = query.state;
  const time = times.get(query);
  // Data that were put there in another way are as old as whoever did so has said.
  return time?.updates === dataUpdateCount ? Math.min(time.at, dataUpdatedAt) : dataUpdatedAt;
}

function queryOf(client: QueryClient, queryKey: QueryKey): Query | undefined {
  return client.getQueryCache().find({ queryKey, exact: true });
}
