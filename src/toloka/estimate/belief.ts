import { normal, type Lately } from './lately.ts';
import type { Pace } from './pace.ts';

/** The ladder of times left, ms: each rung 9 % longer than the one before, up to some weeks. */
const SHORTEST_MS = 200;
const RATIO = 1.09;
const LADDER = Array.from({ length: 190 }, (_, rung) => SHORTEST_MS * RATIO ** rung);

/** How wrong a pace is beyond the unevenness seen: at its best, and as more is left than done. */
const PACE_SPREAD = { least: 0.065, byLeft: 0.22 };
/**
 * Work that will pause, and work that will hurry, when all is still to do: how likely, and up to how many times the
 * expected time is off. Less likely in proportion as less is left.
 */
const PAUSES = { share: 0.13, times: 6 };
const HURRIES = { share: 0.35, times: 20 };
/** Nothing is expected sooner than this, ms. */
const SOONEST_MS = 500;

/**
 * Joins what the pace and the history say of the time left, each null when it says nothing, and returns its quantiles:
 * the time left (ms) that is not exceeded with this probability. `elapsed` in ms, `now` in epoch ms.
 */
export function believe(
  pace: Pace | null,
  lately: Lately | null,
  now: number,
  elapsed: number,
): (share: number) => number {
  return quantiles(
    LADDER.map((left) => {
      const seen = pace ? paceLikelihood(pace, now, left) : 1;
      return seen * (lately ? latelySays(lately, elapsed, left) : lastsOn(elapsed, left));
    }),
  );
}

/** Densities of the logarithm of the time left: it ends as others did, given that it has lasted so long. */
function latelySays(lately: Lately, elapsed: number, left: number): number {
  const total = elapsed + left;
  return (lately.density(Math.log(total)) * left) / total;
}

/** The same without any history: it is as likely to last on as it has lasted. */
function lastsOn(elapsed: number, left: number): number {
  return (left * Math.max(elapsed, 1)) / (elapsed + left) ** 2;
}

/** How likely this pace would have been seen if so much time (ms) were left: near it, or well off it. */
function paceLikelihood(pace: Pace, now: number, left: number): number {
  const expected = Math.max(pace.end - now, SOONEST_MS);
  const open = 1 - pace.done;
  const own = PACE_SPREAD.least + PACE_SPREAD.byLeft * (open / pace.done);
  const scale = Math.hypot(own * Math.sqrt(left * expected), pace.spreadMs);
  const near = (normal((left - expected) / scale) * expected) / scale;
  const shoulder = Math.hypot(own, Math.min(1, pace.spreadMs / expected));
  const off = Math.log(left / expected);
  const pauses = PAUSES.share * open;
  const hurries = HURRIES.share * open;
  return (
    (1 - pauses - hurries) * near +
    pauses * plateau(off, Math.log(PAUSES.times), shoulder) +
    hurries * plateau(-off, Math.log(HURRIES.times), shoulder)
  );
}

/** An even density from 0 to `to` with soft shoulders. */
function plateau(x: number, to: number, shoulder: number): number {
  const soft = Math.max(shoulder, 0.1);
  if (x < 0) return normal(x / soft) / normal(0) / to;
  if (x > to) return normal((x - to) / soft) / normal(0) / to;
  return 1 / to;
}

/** Reads the quantiles off the weights of the ladder's rungs. */
function quantiles(weights: readonly number[]): (share: number) => number {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return (share) => {
    let below = 0;
    let rung = 0;
    while (rung < weights.length - 1 && below + (weights[rung] ?? 0) < share * whole) {
      below += weights[rung] ?? 0;
      rung += 1;
    }
    const weight = weights[rung] ?? 0;
    const part = weight > 0 ? (share * whole - below) / weight : 0.5;
    return SHORTEST_MS * RATIO ** (rung - 0.5 + part);
  };
}
