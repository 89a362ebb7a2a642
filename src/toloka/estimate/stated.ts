/** A range of time left as it is said: in round numbers, ms. */
export type Stated = {
  /** 0 stands for "less than". */
  readonly fromMs: number;
  readonly toMs: number;
  /** The one round number that both ends come to, as "about 3 min"; null where they differ. */
  readonly aboutMs: number | null;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Up to this long, in steps of that: what a person would say of it. */
const STEPS = [
  { upTo: 30 * SECOND, step: 5 * SECOND },
  { upTo: 2 * MINUTE, step: 10 * SECOND },
  { upTo: 20 * MINUTE, step: MINUTE },
  { upTo: HOUR, step: 5 * MINUTE },
  { upTo: 4 * HOUR, step: 10 * MINUTE },
] as const;
const LARGEST_STEP = HOUR;
/** Nothing is said of less than this. */
const LEAST = 10 * SECOND;

/**
 * Rounds a range of time left (ms) to what can be said. To the nearest round number, not outwards: a range that is
 * rounded outwards is wider than what is known.
 */
export function stated(fromMs: number, toMs: number): Stated {
  const to = Math.max(LEAST, nearest(toMs));
  const from = Math.min(nearest(fromMs), to);
  if (from < LEAST) return { fromMs: 0, toMs: to, aboutMs: null };
  if (from < to) return { fromMs: from, toMs: to, aboutMs: null };
  const half = stepOf(to) / 2;
  return { fromMs: to - half, toMs: to + half, aboutMs: to };
}

function stepOf(ms: number): number {
  return STEPS.find(({ upTo }) => ms <= upTo)?.step ?? LARGEST_STEP;
}

function nearest(ms: number): number {
  const step = stepOf(ms);
  return Math.round(ms / step) * step;
}
