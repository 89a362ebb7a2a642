import type { Operation } from '../../../toloka/operation.ts';
import { parseUtc } from '../../../toloka/time.ts';
import { isTerminal } from '../../../toloka/vocabulary.ts';
import { statusTone } from '../../presentation.ts';
import type { Tone } from '../../ui/StatusBadge.tsx';
import { unitUpTo } from '../../ui/timeAxis.ts';

/** An operation on the strip. */
export type Mark = {
  readonly operation: Operation;
  /** When it was submitted, epoch ms. */
  readonly at: number;
  readonly tone: Tone;
  /** When it ended (epoch ms); null for one that goes on, or that does not say. */
  readonly until: number | null;
  /** Whether it goes on. */
  readonly open: boolean;
};

/** A stretch of time, epoch ms, both ends included. */
export type Stretch = { readonly from: number; readonly to: number };

/** The operations by time of submission; those submitted at one time stay in the list's order. */
export function marksOf(operations: readonly Operation[]): readonly Mark[] {
  const marks = operations.flatMap((operation): Mark[] => {
    const { submitted, finished, status } = operation;
    const at = submitted === null ? null : parseUtc(submitted);
    if (at === null) return [];
    const open = !isTerminal(status);
    const until = open || finished === null ? null : parseUtc(finished);
    return [{ operation, at, tone: statusTone(status), until, open }];
  });
  return marks.sort((a, b) => a.at - b.at);
}

/** A shorter stretch is shown as part of one that is so long, in ms. */
const SHORTEST_MS = 10_000;

/**
 * The stretch of time that the strip shows for these marks, to round times, so that the axis does not move with each
 * operation that comes; null where there are none.
 */
export function stretchOf(marks: readonly Mark[]): Stretch | null {
  const first = marks[0];
  const last = marks.at(-1);
  if (!first || !last) return null;
  const length = last.at - first.at;
  const spare = Math.max(0, SHORTEST_MS - length) / 2;
  const unit = unitUpTo(Math.max(length, SHORTEST_MS) / 20);
  return {
    from: Math.floor((first.at - spare) / unit) * unit,
    to: Math.ceil((last.at + spare) / unit) * unit,
  };
}
