import { believe } from './belief.ts';
import type { Lately } from './lately.ts';
import { paceOf, type Pace } from './pace.ts';
import type { ProgressSample } from './samples.ts';

/** What can honestly be said about when an operation will end. */
export type TimeLeft =
  | {
      readonly kind: 'range';
      /** Between these it has left, ms, as of the last sample; right in some eight of ten cases. */
      readonly fromMs: number;
      readonly toMs: number;
      readonly source: 'pace' | 'history' | 'both';
    }
  /** It has not moved since that instant (epoch ms by the client's clock), longer than it used to. */
  | { readonly kind: 'stalled'; readonly since: number }
  /** Nothing can be said yet. */
  | { readonly kind: 'early' }
  /** Nothing is to be said: nothing was seen running, it ends in seconds, or it is at 100 % already. */
  | { readonly kind: 'nothing' };

/** All that is known of a running operation. */
export type Evidence = {
  readonly samples: readonly ProgressSample[];
  /** When it started, by the server's clock (epoch ms); null if the server did not say. */
  readonly started: number | null;
  /** When it was last seen waiting for its start, by the client's clock (epoch ms); null if never. */
  readonly waitingAt: number | null;
  /** How long its like took; null if that is unknown. */
  readonly lately: Lately | null;
};

/** An operation that takes no longer than this gets no estimate, ms. */
const SHORT_MS = 10_000;
/** Longer than this, and this many times as long as any usual step, is a pause. It is named from `named` on. In ms. */
const PAUSE = { least: 4000, steps: 2, named: 10_000 };
/** Before there is a pace to measure it by, a pause is named from here on, ms. */
const LONG_PAUSE_MS = 30_000;
/** The quantiles that are stated. */
const STATED = { from: 0.1, to: 0.88 };
/** A range wider than this, relative to its middle, is not worth saying. The pace alone has to be surer. */
const WIDEST = { known: 1.12, paceAlone: 0.9 };
/** Up to here the pace has seen too little to be believed against or without history. */
const MUST_BE_DONE = 0.58;
/** One that has outlasted all but this share of its like is no longer like them. */
const OUTLASTED = 0.1;
/** An early pace is doubted that promises an end in less than `of` the time in which only `share` of its like ended. */
const TOO_SOON = { share: 0.35, of: 0.85 };

const EARLY: TimeLeft = { kind: 'early' };
const NOTHING: TimeLeft = { kind: 'nothing' };

type Remembered = { readonly evidence: Evidence; readonly said: TimeLeft };
const remembered = new WeakMap<readonly ProgressSample[], Remembered>();

/**
 * What can be said of a running operation's time left: a range from the pace of its progress, from how long its like
 * took, or from both; that it has not moved; or nothing. Follows from the evidence alone, so it never changes between two
 * samples, and the same evidence gives the same object.
 */
export function timeLeft(evidence: Evidence): TimeLeft {
  const known = remembered.get(evidence.samples);
  if (known && sameEvidence(known.evidence, evidence)) return known.said;
  const said = judge(evidence);
  remembered.set(evidence.samples, { evidence, said });
  return said;
}

function sameEvidence(a: Evidence, b: Evidence): boolean {
  return a.started === b.started && a.waitingAt === b.waitingAt && a.lately === b.lately;
}

function judge({ samples, started, waitingAt, lately }: Evidence): TimeLeft {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.percent === 100) return NOTHING;
  const startedAt = startOf(first, started, waitingAt);
  const elapsed = last.at - (startedAt ?? first.at);
  const pace = paceOf(samples, startedAt);
  const pause = pauseOf(samples, last, pace);
  const paused: TimeLeft = pause?.named ? { kind: 'stalled', since: pause.since } : EARLY;
  if (pause && pace) return paused;
  // Once it has outlasted nearly all of its like, they say nothing more about it.
  const like = lately && lately.longer(elapsed) > OUTLASTED ? lately : null;
  if (like ? like.medianMs < SHORT_MS : elapsed < SHORT_MS) return NOTHING;
  if (!pace && !like) return paused;
  if (pace && pace.done < MUST_BE_DONE && (!like || endsTooSoon(pace, like, last.at, elapsed))) return EARLY;
  const quantile = believe(pace, like, last.at, elapsed);
  const fromMs = quantile(STATED.from);
  const toMs = quantile(STATED.to);
  const widest = like ? WIDEST.known : WIDEST.paceAlone;
  if (toMs - fromMs > widest * quantile(0.5)) return EARLY;
  const range: TimeLeft = {
    kind: 'range',
    fromMs,
    toMs,
    source: pace ? (like ? 'both' : 'pace') : 'history',
  };
  return withoutGrowth(range, { samples, started, waitingAt, lately });
}

/** While nothing moves, the end comes no further away than it was said to be when something last did. */
function withoutGrowth(range: TimeLeft & { readonly kind: 'range' }, evidence: Evidence): TimeLeft {
  const { samples } = evidence;
  const percent = samples.at(-1)?.percent ?? null;
  if (percent === null || samples.at(-2)?.percent !== percent) return range;
  const before = judge({ ...evidence, samples: samples.slice(0, -1) });
  if (before.kind !== 'range') return range;
  return {
    ...range,
    fromMs: Math.min(range.fromMs, before.fromMs),
    toMs: Math.min(range.toMs, before.toMs),
  };
}

/**
 * When it started, by the client's clock. The two clocks may differ: it cannot have started after it was seen running,
 * nor before it was seen waiting.
 */
function startOf(first: ProgressSample, started: number | null, waitingAt: number | null): number | null {
  if (started === null) return waitingAt;
  return Math.min(first.at, Math.max(started, waitingAt ?? started));
}

/** The pause it is in, if it has not moved for longer than usual; null also where no progress is told at all. */
function pauseOf(
  samples: readonly ProgressSample[],
  last: ProgressSample,
  pace: Pace | null,
): { readonly since: number; readonly named: boolean } | null {
  if (last.percent === null) return null;
  const since = samples.find(({ percent }) => percent === last.percent)?.at ?? last.at;
  const ms = last.at - since;
  if (!pace) return ms >= LONG_PAUSE_MS ? { since, named: true } : null;
  if (ms <= Math.max(PAUSE.least, PAUSE.steps * pace.longestStepMs)) return null;
  return { since, named: ms >= PAUSE.named };
}

/** Whether the pace promises an end a good deal sooner than most of its like: they may have paused later on. */
function endsTooSoon(pace: Pace, lately: Lately, now: number, elapsed: number): boolean {
  const total = elapsed + pace.end - now;
  return lately.longer(total / TOO_SOON.of) > 1 - TOO_SOON.share;
}
