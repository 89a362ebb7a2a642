import type { KnownOperationStatus, KnownOperationType } from '../toloka/vocabulary.ts';
import type { BatchPlan } from './batchPlan.ts';
import type { FractionDigits } from './micros.ts';
import { progressCurve, type ProgressShape } from './progressCurves.ts';

/**
 * One operation's whole life, fixed when it is made: what it looks like at an instant follows from this and the
 * instant alone. Times are µs, already cut to `digits`.
 */
export type ScheduledOperation = {
  readonly id: string;
  readonly type: KnownOperationType;
  /** Source of everything about it that is not in this record: parameters, details, log. */
  readonly seed: number;
  readonly digits: FractionDigits;
  readonly submitted: number;
  readonly started: number;
  readonly finished: number;
  readonly outcome: 'SUCCESS' | 'FAIL';
  /** Null: it never tells its progress while it runs, as many short operations. */
  readonly shape: ProgressShape | null;
  /** Percent at the end: 100, or where a failing one stopped. */
  readonly reached: number;
  /** What is in the batch; null for every type without a log. */
  readonly batch: BatchPlan | null;
};

/** What a schedule says at one instant. */
export type OperationState = {
  readonly status: KnownOperationStatus;
  readonly started: number | null;
  readonly finished: number | null;
  readonly progress: number | null;
};

/** The status at `now` (µs). Meaningless before `submitted`. */
export function statusAt(operation: ScheduledOperation, now: number): KnownOperationStatus {
  if (now < operation.started) return 'PENDING';
  return now < operation.finished ? 'RUNNING' : operation.outcome;
}

/** The state at `now` (µs): PENDING, then RUNNING, then its outcome for good. */
export function stateAt(operation: ScheduledOperation, now: number): OperationState {
  const { started, finished, shape, reached, seed } = operation;
  const status = statusAt(operation, now);
  if (status === 'PENDING') return { status, started: null, finished: null, progress: null };
  if (status === 'RUNNING') {
    const time = (now - started) / (finished - started);
    const progress = shape === null ? null : Math.floor(progressCurve(shape, seed)(time) * reached);
    return { status, started, finished: null, progress };
  }
  // Some operations that never told their progress end with 100, others without any: both are seen.
  const progress = shape === null && seed % 2 === 0 ? null : reached;
  return { status, started, finished, progress };
}
