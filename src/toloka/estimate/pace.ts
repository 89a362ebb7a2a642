import type { ProgressSample } from './samples.ts';

/** An instant (epoch ms) at which progress reached a percent. */
type Point = { readonly at: number; readonly percent: number };

/** One step of progress: how much, and how long after the one before. */
type Step = { readonly gain: number; readonly ms: number };

/** What the progress so far says. */
export type Pace = {
  /** The end if it goes on as lately, epoch ms. */
  readonly end: number;
  /** How far that end may be off by the unevenness seen so far (standard deviation, ms). */
  readonly spreadMs: number;
  /** Share that is done, 0 to 1. */
  readonly done: number;
  /** How long it has usually taken at most until the next change was seen, ms. */
  readonly longestStepMs: number;
};

/** Fewer steps than this tell no pace. */
const LEAST_STEPS = 3;
/** A step this many times as long as any other was a pause, and no part of the pace. */
const PAUSE_FACTOR = 4;
/** Steps that a pause is told apart from, at least. */
const STEPS_TO_KNOW_A_PAUSE = 5;
/** How much of a change of pace is taken to go on: of a quickening most, a slowing is rather taken back a little. */
const TREND_CARRIED = { quickening: 0.6, slowing: -0.2 };
/** How unsure a change of pace makes, as a share of what is left and of the change. */
const TREND_DOUBT = 0.3;
/** So many steps with this unevenness are assumed beside those that were seen: few even ones may be luck. */
const ASSUMED = { steps: 2, unevenness: 0.15 };
/** What few steps add to the variance: this over their number. */
const FEW_STEPS = 0.5;
/** The end comes with one of the steps: what that adds to the variance, in squares of a step. */
const LAST_STEP = 0.22;
/** Progress is looked at in so many stretches; `spread` makes a standard deviation of their usual change. */
const STRETCHES = { most: 8, least: 5, spread: 1.05 };
/** A step counts as the longest usual one for so many steps. */
const LATEST_STEPS = 8;
/** No change of pace is carried on beyond this (logarithm of the ratio). */
const MOST_TREND = 0.7;

/**
 * The pace of the latest progress, null before there are three steps of it. `startedAt` (epoch ms by the client's clock)
 * is when it was at 0 %, if that is known. Works on changes alone: how often it was looked at does not matter.
 */
export function paceOf(samples: readonly ProgressSample[], startedAt: number | null): Pace | null {
  const points = pointsOf(samples, startedAt);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || last.percent >= 100) return null;
  const steps = points.slice(1).map((point, index): Step => {
    const before = points[index] ?? point;
    return { gain: point.percent - before.percent, ms: point.at - before.at };
  });
  if (steps.length < LEAST_STEPS) return null;
  const even = withoutPause(steps);
  const seen = last.percent - first.percent;
  const recent = latest(even, seen / 2);
  const older = msPerPercent(recent);
  const newer = msPerPercent(latest(even, seen / 4));
  const trend = Math.min(MOST_TREND, Math.max(-MOST_TREND, Math.log(newer / older)));
  const carried = trend < 0 ? TREND_CARRIED.quickening : TREND_CARRIED.slowing;
  const pace = newer * Math.exp(carried * trend);
  const left = 100 - last.percent;
  const gain = gainOf(recent);
  // Of the pace itself, which few steps tell badly, and of the steps that are still to come.
  const variance =
    Math.max(unevenness(recent, older), wander(even, older)) *
    left *
    (left / gain + 1) *
    (1 + FEW_STEPS / recent.length);
  const drift = left * pace * TREND_DOUBT * trend;
  const step = (pace * gain) / recent.length;
  return {
    end: last.at + left * pace,
    spreadMs: Math.sqrt(variance + drift ** 2 + LAST_STEP * step ** 2),
    done: last.percent / 100,
    longestStepMs: Math.max(...even.slice(-LATEST_STEPS).map(({ ms }) => ms)),
  };
}

/** When each percent was reached. A change happened between two polls: half-way is right on average. */
function pointsOf(samples: readonly ProgressSample[], startedAt: number | null): Point[] {
  const points: Point[] = [];
  if (startedAt !== null && samples[0]?.percent === 0) points.push({ at: startedAt, percent: 0 });
  samples.forEach(({ at, percent }, index) => {
    const before = samples[index - 1];
    if (percent === null || !before || before.percent === null || percent <= before.percent) return;
    points.push({ at: (before.at + at) / 2, percent });
  });
  return points;
}

/** The steps with one lone pause among them cut to what such a step takes otherwise. */
function withoutPause(steps: readonly Step[]): readonly Step[] {
  if (steps.length < STEPS_TO_KNOW_A_PAUSE) return steps;
  const [longest, second] = steps.map((step) => step.ms).toSorted((a, b) => b - a);
  if (longest === undefined || second === undefined || longest <= PAUSE_FACTOR * second) return steps;
  const others = steps.filter((step) => step.ms !== longest);
  const usual = msPerPercent(others);
  return steps.map((step) => (step.ms === longest ? { ...step, ms: usual * step.gain } : step));
}

/** The last steps that make up at least `gain` percent, and at least the fewest that tell a pace. */
function latest(steps: readonly Step[], gain: number): readonly Step[] {
  let sum = 0;
  let from = steps.length;
  while (from > 0 && (sum < gain || steps.length - from < LEAST_STEPS)) {
    from -= 1;
    sum += steps[from]?.gain ?? 0;
  }
  return steps.slice(from);
}

function gainOf(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + step.gain, 0);
}

function msPerPercent(steps: readonly Step[]): number {
  const ms = steps.reduce((sum, step) => sum + step.ms, 0);
  return Math.max(1, ms) / gainOf(steps);
}

/**
 * The same variance from how much the pace changes from one stretch to the next: steps that are alike for a while and
 * then all different look even one by one. The usual change counts, so that a pace that turns once, or rises steadily, is
 * not taken for one that wanders.
 */
function wander(steps: readonly Step[], pace: number): number {
  const stretches = inStretches(steps);
  // A stretch of a step or two says no more than the steps do.
  if (stretches.length < STRETCHES.least || steps.length < 2 * stretches.length) return 0;
  const paces = stretches.map((stretch) => Math.log(msPerPercent([stretch])));
  const changes = paces.slice(1).map((log, index) => Math.abs(log - (paces[index] ?? log)));
  const usual = changes.toSorted((a, b) => a - b)[Math.floor(changes.length / 2)] ?? 0;
  return (usual * STRETCHES.spread * pace) ** 2 * (gainOf(stretches) / stretches.length);
}

/** The steps joined to stretches of about the same gain. */
function inStretches(steps: readonly Step[]): readonly Step[] {
  const least = gainOf(steps) / STRETCHES.most;
  const stretches: Step[] = [];
  let gain = 0;
  let ms = 0;
  for (const step of steps) {
    gain += step.gain;
    ms += step.ms;
    if (gain < least) continue;
    stretches.push({ gain, ms });
    gain = 0;
    ms = 0;
  }
  return stretches;
}

/** Variance of a percent's time (ms²), from how far each step was from the pace. */
function unevenness(steps: readonly Step[], pace: number): number {
  const gain = gainOf(steps);
  const seen = steps.reduce((sum, step) => sum + (step.ms - pace * step.gain) ** 2, 0);
  const usual = gain / steps.length;
  const assumed = (ASSUMED.unevenness * pace * usual) ** 2;
  return (seen + ASSUMED.steps * assumed) / (gain + ASSUMED.steps * usual);
}
