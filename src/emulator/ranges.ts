import type { RangeField } from '../toloka/filters.ts';
import type { ListQuery, QueryBound } from './listQuery.ts';
import { rangeOf } from './ordering.ts';
import type { ScheduledOperation } from './schedule.ts';
import type { Indexes } from './store.ts';

/** The slice [from, to) of an index. */
export type Slice = readonly [from: number, to: number];

/** Instants (µs) from `low` to `high`, both included. */
export type Interval = { readonly low: number; readonly high: number };

/** Where a request's matches can lie at all: when they were submitted and when they ended, if they must have. */
export type Window = {
  readonly submitted: Interval;
  /** Of those that are over. */
  readonly finished: Interval;
  /** Whether only those that are over can match. */
  readonly over: boolean;
};

/**
 * The window of a request: its bounds up to the present, each narrowed by the other, because an operation ends no sooner
 * than it is submitted and at most `longest` later. All times in µs; `newest` is the latest `submitted` to be seen.
 */
export function windowOf(
  { bounds, status }: ListQuery,
  { now, newest, longest }: { readonly now: number; readonly newest: number; readonly longest: number },
): Window {
  const submitted = meet(intervalOf(bounds.submitted), { low: -Infinity, high: newest });
  const finished = meet(intervalOf(bounds.finished), { low: -Infinity, high: now });
  const over = bounds.finished.length > 0 || status === 'SUCCESS' || status === 'FAIL';
  return {
    submitted: over ? meet(submitted, { low: finished.low - longest, high: finished.high }) : submitted,
    finished: meet(finished, { low: submitted.low, high: submitted.high + longest }),
    over,
  };
}

/** Whether an operation lies in a window; of the rest of the query this says nothing. */
export function inWindow({ submitted, finished, over }: Window, row: ScheduledOperation): boolean {
  return (
    row.submitted >= submitted.low &&
    row.submitted <= submitted.high &&
    (!over || (row.finished >= finished.low && row.finished <= finished.high))
  );
}

/** What of each index lies in a window and within the bounds on IDs (in the form in which IDs compare). */
export function slicesOf(
  indexes: Indexes,
  { submitted, finished }: Window,
  ids: readonly QueryBound[],
): Readonly<Record<RangeField, Slice>> {
  const slice = (index: Indexes['submitted'], { low, high }: Interval): Slice => [
    index.firstWhere((key) => key >= low),
    index.firstWhere((key) => key > high),
  ];
  return {
    submitted: slice(indexes.submitted, submitted),
    finished: slice(indexes.finished, finished),
    id: rangeOf(indexes.id, ids),
  };
}

/** Rows are at whole µs, so that each bound can be said by the last instant that it lets in. */
function intervalOf(bounds: readonly QueryBound[]): Interval {
  let low = -Infinity;
  let high = Infinity;
  for (const { side, inclusive, value } of bounds) {
    const at = Number(value);
    if (side === 'lower') low = Math.max(low, inclusive ? Math.ceil(at) : Math.floor(at) + 1);
    else high = Math.min(high, inclusive ? Math.floor(at) : Math.ceil(at) - 1);
  }
  return { low, high };
}

function meet(a: Interval, b: Interval): Interval {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}
