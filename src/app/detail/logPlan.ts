import { decodeBatchCounts } from '../../toloka/batchCounts.ts';
import type { LogItem } from '../../toloka/logItem.ts';
import type { Operation } from '../../toloka/operation.ts';
import { parseUtc } from '../../toloka/time.ts';
import { hasLog, isTerminal, typeLabel } from '../../toloka/vocabulary.ts';
import { formatCount } from '../ui/format.ts';

/** A log of up to so many items is fetched without being asked for. */
const LIGHT_ITEMS = 5000;
/** How long the API keeps a log: "the last month". A day more, so that a log is not called too old too early. */
const KEPT_MS = 32 * 86_400_000;

/**
 * What to do about an operation's log: `none` for types without one, `later` while it runs, `load` at once, or `offer`
 * it with a button, because it is large or because nobody knows whether there is one.
 */
export function logPlan(operation: Operation): 'none' | 'later' | 'load' | 'offer' {
  const has = hasLog(operation.type);
  if (has === false) return 'none';
  if (!isTerminal(operation.status)) return 'later';
  if (has === null) return 'offer';
  if (operation.status === 'FAIL') return 'load';
  const total = decodeBatchCounts(operation.details)?.total ?? null;
  return total === null || total <= LIGHT_ITEMS ? 'load' : 'offer';
}

/** What stands in a log's place while the operation goes on. */
export function laterLog(operation: Operation): string {
  return hasLog(operation.type) === null
    ? 'If there is a log, it comes when the operation ends.'
    : 'The log comes when the operation ends.';
}

/** What the button says that loads a log. */
export function loadLabel(operation: Operation): string {
  const total = decodeBatchCounts(operation.details)?.total ?? null;
  if (total === null) return hasLog(operation.type) === null ? 'Ask for a log' : 'Load the log';
  return `Load the log (${formatCount(total)} ${total === 1 ? 'item' : 'items'})`;
}

/** Log items with the failures first, both in the API's order. */
export function failuresFirst(items: readonly LogItem[]): readonly LogItem[] {
  return [...items.filter((item) => !item.success), ...items.filter((item) => item.success)];
}

/** `12 failed, 488 succeeded; showing 200`: how many there are, and how many of them are on the page. */
export function logCounts(items: readonly LogItem[], shown: number): string {
  const failed = items.filter((item) => !item.success).length;
  const succeeded = items.length - failed;
  const parts = [
    ...(failed > 0 ? [`${formatCount(failed)} failed`] : []),
    ...(succeeded > 0 ? [`${formatCount(succeeded)} succeeded`] : []),
  ];
  const counts = parts.join(', ') || 'no items';
  return shown < items.length ? `${counts}; showing ${formatCount(shown)}` : counts;
}

/** Why the API has no log, as far as its age tells. */
export function missingLogWords(operation: Operation, now: number): string {
  const ended = operation.finished ?? operation.submitted;
  const at = ended === null ? null : parseUtc(ended);
  return at !== null && now - at > KEPT_MS
    ? 'There is no log any more: the API keeps logs for one month only.'
    : 'The API has no log for this operation. It writes one only for batches that were started asynchronously.';
}

/** Why there is nothing to ask for: the type has no log. */
export function withoutLog(operation: Operation): string {
  return `“${typeLabel(operation.type)}” has no log: the API writes one for batches of tasks, task suites and bonuses.`;
}
