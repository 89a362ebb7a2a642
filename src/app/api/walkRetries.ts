import { asFailure } from './failure.ts';

/** First wait after a failure that may pass, in ms, doubled each time; and how often a request is made again. */
const FIRST_MS = 1000;
const MOST_RETRIES = 4;
/** Whoever watches a walk is not kept waiting longer than this by one `Retry-After`, in ms: it stops and says so. */
const LONGEST_MS = 120_000;

/**
 * How long a walk waits before it makes a failed request again, in ms, or null when it stops: what the server asks for
 * (`Retry-After`), else 1, 2, 4 and 8 s for 429, 5xx and no answer at all; never for what asking again cannot mend.
 */
export function walkRetryIn(error: unknown, failures: number): number | null {
  const { status, retryAfterMs, code } = asFailure(error);
  const passes =
    status === 429 || (status !== null && status >= 500) || (status === null && code !== 'UNEXPECTED');
  if (!passes || failures > MOST_RETRIES) return null;
  const own = FIRST_MS * 2 ** (failures - 1);
  const wait = Math.max(own, retryAfterMs ?? 0);
  return wait <= LONGEST_MS ? wait : null;
}
