import { elapsedMs, type Operation } from '../../toloka/operation.ts';
import { isTerminal } from '../../toloka/vocabulary.ts';

/** A stretch between two points of the timeline. `since` is the API time from which a live one counts. */
export type Stretch =
  | { readonly kind: 'past'; readonly word: string; readonly ms: number }
  | { readonly kind: 'live'; readonly word: string; readonly since: string }
  | { readonly kind: 'unknown' };

/** A point of the timeline and what lies between it and the next one. */
type Point = {
  readonly name: 'Submitted' | 'Started' | 'Finished';
  /** The API's own text, or null when it has not come or was not sent. */
  readonly at: string | null;
  readonly after: Stretch | null;
};

/** The three points of an operation's life with the waits between them. Durations are never negative. */
export function timelineOf(operation: Operation): readonly Point[] {
  const { submitted, started, finished } = operation;
  const ended = isTerminal(operation.status);
  return [
    { name: 'Submitted', at: submitted, after: waiting(operation) },
    { name: 'Started', at: started, after: running(operation, ended) },
    { name: 'Finished', at: finished, after: null },
  ];
}

function waiting({ submitted, started, status }: Operation): Stretch {
  const ms = elapsedMs(submitted, started);
  if (ms !== null) return { kind: 'past', word: 'waited', ms };
  // Only of a PENDING one is it known that it waits: another one has begun, or nobody knows what it does.
  if (status !== 'PENDING' || submitted === null) return { kind: 'unknown' };
  return { kind: 'live', word: 'waiting for', since: submitted };
}

function running({ submitted, started, finished, status }: Operation, ended: boolean): Stretch {
  const ms = elapsedMs(started, finished);
  if (ms !== null) return { kind: 'past', word: 'ran', ms };
  if (started !== null && !ended) {
    const word = status === 'RUNNING' ? 'running for' : 'not ended after';
    return { kind: 'live', word, since: started };
  }
  // Ended without a start: the whole time is all that can be said.
  const whole = started === null ? elapsedMs(submitted, finished) : null;
  return whole === null ? { kind: 'unknown' } : { kind: 'past', word: 'ended after', ms: whole };
}
