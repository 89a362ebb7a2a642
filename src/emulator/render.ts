import type { JsonObject } from '../toloka/operation.ts';
import { isTerminal } from '../toloka/vocabulary.ts';
import { contentOf } from './content.ts';
import { writeMicros } from './micros.ts';
import { stateAt, type ScheduledOperation } from './schedule.ts';

/** The JSON text of an operation that has ended as if it were still going on; of others, the text itself. */
export function regressed(text: string): string {
  const { finished: _, ...fields } = JSON.parse(text) as JsonObject;
  const { status } = fields;
  if (typeof status !== 'string' || !isTerminal(status)) return text;
  return JSON.stringify({ ...fields, status: 'RUNNING', progress: 60 });
}

/**
 * An operation as the API answers it at `now` (µs). Fields without a value are left out by most operations and written
 * as null by some: both are seen in the API's answers.
 */
export function renderOperation(operation: ScheduledOperation, now: number): JsonObject {
  const { id, type, digits, seed } = operation;
  const { status, started, finished, progress } = stateAt(operation, now);
  const content = contentOf(operation);
  const time = (us: number | null) => (us === null ? null : writeMicros(us, digits));
  const optional = {
    started: time(started),
    finished: time(finished),
    progress,
    parameters: content.parameters,
    details: finished === null ? null : content.details,
  };
  const writesNull = seed % 7 === 0;
  const kept = Object.entries(optional).filter(([, value]) => writesNull || value !== null);
  return {
    id,
    type,
    status,
    submitted: writeMicros(operation.submitted, digits),
    ...Object.fromEntries(kept),
  };
}
