import { OPERATION_TYPES } from '../toloka/vocabulary.ts';
import { ApiFailure, JSON_TYPE, jsonResponse } from './errors.ts';
import { logItems } from './logItems.ts';
import { stateAt, type ScheduledOperation } from './schedule.ts';
import { delay, hang, pausing, textStream } from './streams.ts';

/** Logs are kept for the last month only (reference); a month is 30 days here. */
export const LOG_KEPT_US = 30 * 86_400_000_000;

/** How long after its last byte a cut-off log's connection breaks, in ms of real time. */
const CUT_AFTER_MS = 700;

/** How many characters of log go out in one chunk, about. */
const CHUNK_CHARS = 65_536;

/**
 * Ways in which a good log differs from the reference's promise: those that have been seen, and two of the line's: it
 * breaks off in the middle of an item (`cut-off`), or nothing more comes (`stalling`), each after half of the items.
 */
export type LogVariant = 'status-201' | 'single-object' | 'cut-off' | 'stalling';

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
  const body = textStream(textOf(items, operation, options), options.signal);
  return new Response(body, { status, headers: { 'content-type': JSON_TYPE } });
}

function textOf(
  items: Iterable<unknown>,
  operation: ScheduledOperation,
  { variant, signal }: { readonly variant?: LogVariant | undefined; readonly signal?: AbortSignal },
): AsyncGenerator<string, void> {
  if (variant !== 'cut-off' && variant !== 'stalling') return pausing(chunks(items));
  const half = Math.floor((operation.batch?.total ?? 0) / 2);
  return interrupted(items, half, async () => {
    if (variant === 'stalling' && signal) return hang(signal);
    // What was written must have arrived before the line breaks: a reset connection takes with it what is under way.
    await delay(CUT_AFTER_MS);
    throw new TypeError('the connection was cut');
  });
}

/** So many items and half of the next one; what happens then is up to `end`. */
async function* interrupted(
  items: Iterable<unknown>,
  count: number,
  end: () => Promise<never>,
): AsyncGenerator<string, void> {
  let text = '';
  let written = 0;
  for (const item of items) {
    const json = JSON.stringify(item);
    text += written === 0 ? '[' : ',';
    text += written < count ? json : json.slice(0, json.length / 2);
    if (written++ === count) break;
  }
  yield text;
  await end();
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
