/** How long operations of a type took lately. */
export type Lately = {
  readonly count: number;
  /** Between these most of them took, ms. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly medianMs: number;
  /** Density of the logarithm of the duration (ms). Never 0: what has not been seen yet is not impossible. */
  readonly density: (logMs: number) => number;
  /** Share that took longer than this (ms). */
  readonly longer: (ms: number) => number;
};

/** Fewer than this say nothing about the next one. */
const LEAST_COUNT = 5;
/** Share of a wide guess among the narrow ones around each duration, for the one that is unlike all of them. */
const UNLIKE = { share: 0.08, spread: 1.5 };
/** A narrower spread than this (of the logarithm) is luck. */
const LEAST_SPREAD = 0.08;

/** Sums up how long operations of a type took (ms), null when there are too few of them. */
export function latelyOf(durations: readonly number[]): Lately | null {
  const logs = durations
    .filter((ms) => Number.isFinite(ms) && ms > 0)
    .map(Math.log)
    .toSorted((a, b) => a - b);
  const count = logs.length;
  if (count < LEAST_COUNT) return null;
  const middle = quantile(logs, 0.5);
  // Robust against the few that were stuck; Silverman's rule for the width around each.
  const spread = Math.max(LEAST_SPREAD, (quantile(logs, 0.84) - quantile(logs, 0.16)) / 2);
  const width = Math.max(LEAST_SPREAD, 1.06 * spread * count ** -0.2);
  return {
    count,
    fromMs: Math.exp(quantile(logs, 0.1)),
    toMs: Math.exp(quantile(logs, 0.9)),
    medianMs: Math.exp(middle),
    density: tabulated((logMs) => {
      let sum = 0;
      for (const log of logs) sum += normal((logMs - log) / width);
      const wide = normal((logMs - middle) / UNLIKE.spread) / UNLIKE.spread;
      return ((1 - UNLIKE.share) * sum) / (count * width) + UNLIKE.share * wide;
    }),
    longer: (ms) => logs.filter((log) => log > Math.log(Math.max(ms, 1))).length / count,
  };
}

/** The same function read from a table, since it is asked for at each poll and each rung of a ladder. */
function tabulated(density: (logMs: number) => number): (logMs: number) => number {
  const values = Array.from({ length: TABLE.length }, (_, index) => density(TABLE.from + index * TABLE.step));
  return (logMs) => {
    const place = Math.min(TABLE.length - 1, Math.max(0, (logMs - TABLE.from) / TABLE.step));
    const below = Math.floor(place);
    const least = values[below] ?? 0;
    return least + ((values[below + 1] ?? least) - least) * (place - below);
  };
}

/** From 50 ms to some weeks. */
const TABLE = { from: Math.log(50), step: 0.04, length: 460 };

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** Density of the standard normal distribution. */
export function normal(z: number): number {
  return Math.exp(-(z * z) / 2) / 2.5066282746310002;
}
