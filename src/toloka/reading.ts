import type { Operation } from './operation.ts';
import { isTerminal } from './vocabulary.ts';

/** An operation as some answer told it, and when that answer came (epoch ms). */
export type Reading = { readonly operation: Operation; readonly at: number };

/**
 * Whether an answer takes an end back: a terminal operation never changes its status again (API facts), so an answer by
 * which it is not over, or ended otherwise, cannot be true beside the one that is known.
 */
export function takesEndBack(known: Operation, answer: Operation): boolean {
  return isTerminal(known.status) && answer.status !== known.status;
}

/**
 * Which of two readings of one operation to believe: the newer one, except that an end that has been told is not taken
 * back. Where both tell an end, and not the same one, it is the one that was told first. The same whichever way round.
 */
export function believed(a: Reading, b: Reading): Reading {
  const [older, newer] = a.at <= b.at ? [a, b] : [b, a];
  return takesEndBack(older.operation, newer.operation) ? older : newer;
}

/** The reading to believe among several of one operation, in any order; null when there is none. */
export function mostBelieved(readings: readonly Reading[]): Reading | null {
  const inOrder = readings.toSorted((a, b) => a.at - b.at);
  return inOrder.reduce<Reading | null>((best, next) => (best ? believed(best, next) : next), null);
}
