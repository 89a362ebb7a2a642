import type { Query } from '@tanstack/react-query';
import { asFailure } from './failure.ts';
import { serverAhead } from './serverClock.ts';

/** What of react-query's query the polling rules look at. */
export type Polled = Pick<Query, 'queryHash'> & {
  readonly state: Pick<
    Query['state'],
    'data' | 'dataUpdatedAt' | 'error' | 'errorUpdatedAt' | 'status' | 'dataUpdateCount' | 'errorUpdateCount'
  >;
};

/** What has been seen of one query: how often in a row nothing changed, and how often in a row it failed. */
export type History = {
  data: unknown;
  dataUpdates: number;
  errorUpdates: number;
  unchanged: number;
  failures: number;
  /** Since when the server says that it does not know what was asked for (epoch ms); null while it does. */
  unknownSince: number | null;
};

/** The list: quick while a shown operation is not terminal, slow otherwise. In ms. */
export const LIST_PACE = { liveMs: 5000, idleMs: 30_000 } as const;
/** After a failure: 2 s, doubled each time, up to a minute. In ms. */
const FAILURE = { firstMs: 2000, factor: 2, longestMs: 60_000 };
/** Lists that are asked in step: never sooner than this after an answer, and this far from each other. In ms. */
const STEP = { leastMs: 1000, apartMs: 500 };
/** After a 429 that names no time: the reference asks to wait a few seconds. In ms. */
const TOO_MANY_MS = 5000;

const histories = new WeakMap<object, History>();

/** Counts, from the query's own counters, what happened since the rules last looked at it. */
export function observe(query: Polled): History {
  const { data, dataUpdateCount, errorUpdateCount } = query.state;
  const history = histories.get(query) ?? {
    data,
    dataUpdates: dataUpdateCount,
    errorUpdates: errorUpdateCount,
    unchanged: 0,
    failures: query.state.status === 'error' ? 1 : 0,
    unknownSince: null,
  };
  if (dataUpdateCount > history.dataUpdates) {
    // Sharing keeps the old object when an answer says nothing new, so identity tells whether anything changed.
    history.unchanged = history.data === data ? history.unchanged + 1 : 0;
    history.failures = 0;
  }
  if (errorUpdateCount > history.errorUpdates) history.failures += errorUpdateCount - history.errorUpdates;
  if (dataUpdateCount > history.dataUpdates && query.state.status === 'success') history.failures = 0;
  if (data !== undefined) history.unknownSince = null;
  else if (isUnknown(query)) history.unknownSince ??= query.state.errorUpdatedAt;
  history.data = data;
  history.dataUpdates = dataUpdateCount;
  history.errorUpdates = errorUpdateCount;
  histories.set(query, history);
  return history;
}

/** Whether the server says that it does not know what was asked for. */
export function isUnknown(query: Polled): boolean {
  return query.state.status === 'error' && asFailure(query.state.error).status === 404;
}

/**
 * The wait before a page of the list is asked for again, in ms, or false for never: every 5 s while it shows an operation that is not terminal, else every 30 s; in step
 * with all who look at the same list.
 */
export function listInterval(query: Polled, live: boolean): number | false {
  const history = observe(query);
  const wait = failureWait(query, history);
  return wait ?? inStep(live ? LIST_PACE.liveMs : LIST_PACE.idleMs, query);
}

/** The wait after a failure, in ms, or false for never; null where the last answer was none. */
export function failureWait(query: Polled, history: History): number | false | null {
  if (query.state.status !== 'error') return null;
  const failure = asFailure(query.state.error);
  if (failure.needsPerson || failure.status === 404 || failure.status === 400) return false;
  const own = Math.min(
    FAILURE.longestMs,
    FAILURE.firstMs * FAILURE.factor ** (Math.max(1, history.failures) - 1),
  );
  const wait = spread(own, query, history);
  // A server that names a time is not asked before it, whatever our own rule says.
  return Math.max(wait, failure.retryAfterMs ?? (failure.status === 429 ? TOO_MANY_MS : 0));
}

/**
 * Until shortly after the next full `ms` of the proxy's clock. What many tabs ask at the same time is asked once
 * (src/server/source.ts); tabs that each count from their own answer spread out until there is one for every second.
 * Measured: 50 tabs cost as much as one, instead of four times as much (`npm run bench -- viewers`). A tab's moment is always
 * the same one, so that its clocks can tick with its answers.
 */
function inStep(ms: number, query: Polled): number {
  const at = query.state.dataUpdatedAt + serverAhead();
  const left = ms - (((at % ms) + ms) % ms);
  const wait = left < STEP.leastMs ? left + ms : left;
  return Math.round(wait + STEP.apartMs * share(query.queryHash));
}

/**
 * ±20 %, so that many tabs do not ask in step. Drawn from the query and its counters, not at random: react-query asks
 * for the interval at every render and starts its timer anew when the answer differs.
 */
export function spread(ms: number, query: Polled, history: History): number {
  const { dataUpdates, errorUpdates } = history;
  return Math.round(ms * (0.8 + 0.4 * share(`${query.queryHash}${dataUpdates}/${errorUpdates}`)));
}

/** From 0 to 1, drawn for this tab. */
function share(drawnFrom: string): number {
  const seed = tab + drawnFrom;
  let hash = 2166136261;
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 16777619);
  return (hash >>> 0) / 2 ** 32;
}

const tab = Math.random().toString(36);
