import { elapsedMs, type Operation } from '../../toloka/operation.ts';
import { isTerminal } from '../../toloka/vocabulary.ts';
import type { Text } from '../../words/words.ts';

/** A stretch between two points of the timeline; `{time}` in its words is how long it is. `since` is the API time from which a live one counts. */
export type Stretch =
  | { readonly kind: 'past'; readonly words: Text; readonly ms: number }
  | { readonly kind: 'live'; readonly words: Text; readonly since: string }
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
  if (ms !== null) return { kind: 'past', words: 'waited {time}', ms };
  // Only of a PENDING one is it known that it waits: another one has begun, or nobody knows what it does.
  if (status !== 'PENDING' || submitted === null) return { kind: 'unknown' };
  return { kind: 'live', words: 'waiting for {time}', since: submitted };
}

function running({ submitted, started, finished, status }: Operation, ended: boolean): Stretch {
  const ms = elapsedMs(started, finished);
  if (ms !== null) return { kind: 'past', words: 'ran {time}', ms };
  if (started !== null && !ended) {
    const words = status === 'RUNNING' ? 'running for {time}' : 'not ended after {time}';
    return { kind: 'live', words, since: started };
  }
  // Ended without a start: the whole time is all that can be said.
  const whole = started === null ? elapsedMs(submitted, finished) : null;
  return whole === null ? { kind: 'unknown' } : { kind: 'past', words: 'ended after {time}', ms: whole };
}
