import { OPERATION_TYPES } from '../toloka/vocabulary.ts';
import { ApiFailure, JSON_TYPE, jsonResponse } from './errors.ts';
import { logItems } from './logItems.ts';
import { stateAt, type ScheduledOperation } from './schedule.ts';
import { pausing, textStream } from './streams.ts';

/** Logs are kept for the last month only (reference); a month is 30 days here. */
export const LOG_KEPT_US = 30 * 86_400_000_000;

/** How many characters of log go out in one chunk, about. */
const CHUNK_CHARS = 65_536;

/** Ways in which a good log has been seen to differ from the reference's promise. */
export type LogVariant = 'status-201' | 'single-object';

/**
 * The log's answer at `now` (µs): a JSON array, streamed. A batch that runs tells what is done so far. Throws an
 * `ApiFailure` of 404 for a type without a log and for a log that is older than a month; `kept` exempts from the
 * latter.
 */
export function logResponse(
  operation: ScheduledOperation,
  now: number,
  options: {
    readonly variant?: LogVariant | undefined;
    readonly kept?: boolean;
    readonly signal?: AbortSignal;
  },
): Response {
  if (!OPERATION_TYPES[operation.type].hasLog) throw noLog();
  if (!options.kept && now - operation.finished > LOG_KEPT_US) {
    throw new ApiFailure(404, 'OPERATION_LOG_EXPIRED', 'The log is kept for one month only');
  }
  const items = logItems(operation, doneAt(operation, now));
  if (options.variant === 'single-object') return jsonResponse(JSON.stringify(items.next().value ?? {}));
  const status = options.variant === 'status-201' ? 201 : 200;
  const body = textStream(pausing(chunks(items)), options.signal);
  return new Response(body, { status, headers: { 'content-type': JSON_TYPE } });
}

/** The answer about a type that keeps no log. */
export function noLog(): ApiFailure {
  return new ApiFailure(404, 'OPERATION_LOG_NOT_AVAILABLE', 'Operations of this type have no log');
}

/** How many of a batch's items are worked off at `now` (µs). */
function doneAt(operation: ScheduledOperation, now: number): number {
  const total = operation.batch?.total ?? 0;
  if (now >= operation.finished) return total;
  return Math.floor((total * (stateAt(operation, now).progress ?? 0)) / 100);
}

function* chunks(items: Iterable<unknown>): Generator<string, void> {
  let text = '[';
  let first = true;
  for (const item of items) {
    text += (first ? '' : ',') + JSON.stringify(item);
    first = false;
    if (text.length < CHUNK_CHARS) continue;
    yield text;
    text = '';
  }
  yield `${text}]`;
}
