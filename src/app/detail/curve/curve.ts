import { stated } from '../../../toloka/estimate/stated.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { parseUtc } from '../../../toloka/time.ts';
import type { TimeLeft } from '../../../toloka/estimate/timeLeft.ts';
import type { ProgressRecord } from '../../api/progressLog.ts';
import { unitUpTo } from '../../ui/timeAxis.ts';

/** How far an operation was at an instant (epoch ms). */
export type Point = { readonly at: number; readonly percent: number };

/** What is drawn of an operation's progress. Instants in epoch ms. */
export type Curve = {
  /** What the axis shows. */
  readonly stretch: { readonly from: number; readonly to: number };
  /** Where it began, which nobody saw; null if that is not known. */
  readonly begun: Point | null;
  /** As it was seen, three points at least. */
  readonly seen: readonly Point[];
  /** Between when it will be at 100 %, in the round numbers that it is said in; null where nothing is said. */
  readonly end: { readonly from: number; readonly to: number } | null;
  /** Whether the last point is the end. */
  readonly ended: boolean;
};

const FEWEST = 3;
/** Where no end can be told, so much of what has passed is left free for what comes. */
const AHEAD = 1 / 3;
/** The axis ends at a round distance from its beginning, of so many at most: it need not change with each answer. */
const ENDS = 12;

/**
 * The curve of what was seen (`record`) of an operation that has `started` (epoch ms by the server's clock, null if
 * unknown), with the time that it has left, if that is to be told. Null before there is enough to draw.
 */
export function curveOf(record: ProgressRecord, started: number | null, left: TimeLeft | null): Curve | null {
  const seen = record.samples.flatMap(({ at, percent }) => (percent === null ? [] : [{ at, percent }]));
  const [first, last] = [seen[0], seen.at(-1)];
  if (!first || !last || seen.length < FEWEST) return null;
  // The two clocks may differ: it cannot have started after it was seen running, nor before it was seen waiting.
  const startedAt = started === null ? record.waitingAt : Math.max(started, record.waitingAt ?? started);
  const begun = startedAt !== null && startedAt < first.at ? { at: startedAt, percent: 0 } : null;
  const from = begun?.at ?? first.at;
  const said = left?.kind === 'range' ? stated(left.fromMs, left.toMs) : null;
  const end = said && { from: last.at + said.fromMs, to: last.at + said.toMs };
  const length = end ? end.to - from : (last.at - from) * (1 + AHEAD);
  const unit = unitUpTo(length / ENDS);
  return { stretch: { from, to: from + Math.ceil(length / unit) * unit }, begun, seen, end, ended: false };
}

/** An end that nobody saw is drawn so long after what was seen last, at most, ms: the two clocks may differ. */
const UNSEEN_MS = 20_000;

/** The curve of an operation that has ended, up to its end. */
export function endedCurve(curve: Curve, { progress, finished }: Operation): Curve {
  const last = curve.seen.at(-1);
  if (!last) return curve;
  const told = (finished === null ? null : parseUtc(finished)) ?? last.at;
  const at = Math.min(Math.max(told, last.at), last.at + UNSEEN_MS);
  const seen = [...curve.seen, { at, percent: progress ?? last.percent }];
  return { ...curve, stretch: { from: curve.stretch.from, to: at }, seen, end: null, ended: true };
}
