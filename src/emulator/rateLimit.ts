/** Requests that the API answers within a second; the next one gets 429 (reference, "Restrictions"). */
export const REQUESTS_PER_SECOND = 300;

/**
 * Counts requests over the last second by `now` (epoch ms). Returns a function that takes one request and tells
 * whether it is within the limit; refused ones do not count.
 */
export function createRateLimit(now: () => number, perSecond: number): () => boolean {
  const times: number[] = [];
  let next = 0;
  return () => {
    const at = now();
    const oldest = times[next];
    if (oldest !== undefined && at >= oldest && at - oldest < 1000) return false;
    times[next] = at;
    next = (next + 1) % perSecond;
    return true;
  };
}
