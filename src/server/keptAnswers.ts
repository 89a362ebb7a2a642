/** Answers that may be given again for a moment, so that many viewers cost as much as one. */
export type KeptAnswers<T> = {
  /** The answer kept under a key, unless its time is over. */
  readonly get: (key: string) => T | undefined;
  /** Keeps an answer of `bytes` for `ms` from `since` (by the clock given), unless that is over already. */
  readonly keep: (key: string, answer: T, entry: { bytes: number; since: number; ms: number }) => void;
  /** How many are held, those included whose time is over. */
  readonly count: () => number;
};

type Kept<T> = { readonly answer: T; readonly bytes: number; readonly until: number };

/** How often those whose time is over are thrown away, in ms: they may be many, and nobody asks for them again. */
const SWEEP_MS = 1000;

/**
 * Nothing kept yet; at most `count` answers and `bytes` bytes, of which the oldest go first. A Map and no LRU library:
 * what lives for a second or a minute need not be ranked by use. `now`: monotonic, in ms.
 */
export function createKeptAnswers<T>(
  most: { readonly count: number; readonly bytes: number },
  now: () => number,
): KeptAnswers<T> {
  const kept = new Map<string, Kept<T>>();
  let bytes = 0;
  let sweptAt = -Infinity;

  const drop = (key: string) => {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };

  const sweep = () => {
    if (now() - sweptAt < SWEEP_MS) return;
    sweptAt = now();
    for (const [key, { until }] of kept) if (until <= sweptAt) drop(key);
  };

  return {
    get(key) {
      const found = kept.get(key);
      if (found && now() < found.until) return found.answer;
      drop(key);
      return undefined;
    },
    keep(key, answer, { since, ms, bytes: size }) {
      const until = since + ms;
      sweep();
      drop(key);
      if (until <= now() || size > most.bytes) return;
      kept.set(key, { answer, bytes: size, until });
      bytes += size;
      for (const oldest of kept.keys()) {
        if (kept.size <= most.count && bytes <= most.bytes) break;
        drop(oldest);
      }
    },
    count: () => kept.size,
  };
}
