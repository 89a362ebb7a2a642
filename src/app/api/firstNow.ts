/** A page that loads longer than this asks with its own time: the first data would be too old. In ms. */
const FRESH_MS = 10_000;

let taken = false;

/**
 * What relative dates are resolved at, in epoch ms: now. Once, for the first list of a freshly loaded page, the instant
 * that the server named in the page's head, so that the question is the one which the browser has asked already.
 */
export function resolvedNow(): number {
  const now = Date.now();
  if (taken) return now;
  taken = true;
  const meta = document.querySelector('meta[name="toloka-now"]')?.getAttribute('content');
  const named = Number(meta ?? Number.NaN);
  return performance.now() < FRESH_MS && Number.isFinite(named) ? named : now;
}
