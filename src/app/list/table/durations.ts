import { elapsedMs, type Operation } from '../../../toloka/operation.ts';
import { parseUtc } from '../../../toloka/time.ts';
import { isTerminal } from '../../../toloka/vocabulary.ts';

/** How long an operation took, or since when (epoch ms) it has been running or waiting. */
export type Duration =
  | { readonly kind: 'took'; readonly ms: number }
  | { readonly kind: 'running'; readonly since: number }
  | { readonly kind: 'waiting'; readonly since: number };

/**
 * What the column Duration says of an operation: started → finished once both are known, the time since the start
 * while it may still change, the wait since its submission while it is pending; null when the times do not tell.
 */
export function durationOf(operation: Operation): Duration | null {
  const took = elapsedMs(operation.started, operation.finished);
  if (took !== null) return { kind: 'took', ms: took };
  if (isTerminal(operation.status)) return null;
  const started = instant(operation.started);
  if (started !== null) return { kind: 'running', since: started };
  const submitted = instant(operation.submitted);
  if (operation.status !== 'PENDING' || submitted === null) return null;
  return { kind: 'waiting', since: submitted };
}

function instant(time: string | null): number | null {
  return time === null ? null : parseUtc(time);
}

/** Whole milliseconds of whole seconds from an instant to now, never negative: a ticking clock shows no tenths. */
export function wholeSecondsSince(since: number, now: number): number {
  return Math.floor(Math.max(0, now - since) / 1000) * 1000;
}
