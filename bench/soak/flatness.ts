import { summarise } from '../statistics.ts';

/** How one measured thing behaved over a run: its medians in the second and in the last quarter. */
export type Flatness = {
  readonly second: number;
  readonly last: number;
  /** Up to here the last quarter would be no more than the second one's noise. */
  readonly most: number;
  readonly flat: boolean;
};

/** A growth below this share of the second quarter's median is noise in any case. */
const NOISE = 0.05;

/**
 * Compares the last quarter of a run with the second one: flat when its median lies no higher than the second quarter's
 * highest value, or than its median by 5 %, or than by `slack`, in the values' own unit. The first quarter is left out:
 * there the code warms up and caches fill. Throws a RangeError for fewer than eight values.
 */
export function flatnessOf(values: readonly number[], slack: number): Flatness {
  const quarter = Math.floor(values.length / 4);
  if (quarter < 2) throw new RangeError('too little was measured: let it run longer');
  const second = summarise(values.slice(quarter, 2 * quarter));
  const last = summarise(values.slice(-quarter)).median;
  const most = Math.max(second.most, second.median * (1 + NOISE), second.median + slack);
  return { second: second.median, last, most, flat: last <= most };
}
