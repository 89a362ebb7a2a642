import { failureWait, isUnknown, observe, spread, type History, type Polled } from './polling.ts';

/** First wait of a running operation, in ms, and how it stretches while nothing changes. */
const DETAIL = { firstMs: 1000, factor: 1.5, longestMs: 15_000 };
/** An ID that is not known may be that of an operation still to come: 1 s, doubled each time, for a minute. In ms. */
const UNKNOWN = { firstMs: 1000, factor: 2, longestMs: 15_000, patienceMs: 60_000 };

/** Forgets for how long an ID has not been known: whoever asks by hand begins a new minute of patience. */
export function beginAnew(query: Polled): void {
  const history = observe(query);
  history.unknownSince = null;
  history.failures = 0;
}

/** Until when an ID that is not known is asked for again (epoch ms); null when it is known or was not asked for yet. */
export function patientUntil(query: Polled): number | null {
  const { unknownSince } = observe(query);
  return unknownSince === null ? null : unknownSince + UNKNOWN.patienceMs;
}

/**
 * The wait before an operation is asked for again, in ms, or false for never: 1 s, ×1.5 for each answer without news
 * up to 15 s, ±20 %; while its ID is not known 1 s doubling to 15 s, for a minute; after other failures 2 s doubling to
 * 60 s, or what the server asks for; never once it is terminal or the token is refused.
 */
export function operationInterval(query: Polled, terminal: boolean): number | false {
  const history = observe(query);
  if (terminal) return false;
  const wait = birthWait(query, history) ?? failureWait(query, history);
  if (wait !== null) return wait;
  const ms = Math.min(DETAIL.longestMs, DETAIL.firstMs * DETAIL.factor ** history.unchanged);
  return spread(ms, query, history);
}

function birthWait(query: Polled, history: History): number | false | null {
  if (history.unknownSince === null || !isUnknown(query)) return null;
  const own = Math.min(
    UNKNOWN.longestMs,
    UNKNOWN.firstMs * UNKNOWN.factor ** (Math.max(1, history.failures) - 1),
  );
  const left = history.unknownSince + UNKNOWN.patienceMs - query.state.errorUpdatedAt;
  return left > 0 && Math.min(left, spread(own, query, history));
}
