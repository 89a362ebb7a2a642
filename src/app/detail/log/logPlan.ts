import { decodeBatchCounts } from '../../../toloka/batchCounts.ts';
import type { Operation } from '../../../toloka/operation.ts';
import type { LogFilter } from '../../api/log/logSession.ts';
import { parseUtc } from '../../../toloka/time.ts';
import { hasLog, isTerminal, typeLabel } from '../../../toloka/vocabulary.ts';
import { plural, t } from '../../../words/words.ts';

/** A success's log of up to so many items, about 4 MB, is read without being asked for. */
const LIGHT_ITEMS = 10_000;
/** How long the API keeps a log: "the last month". A day more, so that a log is not called too old too early. */
const KEPT_MS = 32 * 86_400_000;

/**
 * What to do about an operation's log: `none` for types without one, `later` while it runs, `load` at once, or `offer`
 * it with a button, because it is large and nothing failed outright, or because nobody knows whether there is one.
 */
export function logPlan(operation: Operation): 'none' | 'later' | 'load' | 'offer' {
  const has = hasLog(operation.type);
  if (has === false) return 'none';
  if (!isTerminal(operation.status)) return 'later';
  if (has === null) return 'offer';
  if (operation.status === 'FAIL') return 'load';
  const total = expectedItems(operation);
  return total === null || total <= LIGHT_ITEMS ? 'load' : 'offer';
}

/** How many items the operation had, as far as it says so; its log has about as many. */
export function expectedItems(operation: Operation): number | null {
  return decodeBatchCounts(operation.details)?.total ?? null;
}

/** How many items of the log should match a filter, as far as the operation's counts tell; 0 where they do not. */
export function expectedMatches(operation: Operation, { outcome, cause, text }: LogFilter): number {
  const counts = decodeBatchCounts(operation.details);
  if (!counts || cause !== null || text !== '') return 0;
  // What stopped a batch is all that its log holds.
  if (operation.status === 'FAIL') return outcome === 'succeeded' ? 0 : counts.notValid || counts.failed || 0;
  if (outcome === 'failed') return counts.failed ?? 0;
  return (outcome === 'all' ? counts.total : counts.success) ?? 0;
}

/**
 * Whether an ended operation failed wholly or in part and its type keeps a log: there are reasons to look for. Known
 * before the log is.
 */
export function expectsFailures(operation: Operation): boolean {
  if (hasLog(operation.type) !== true || !isTerminal(operation.status)) return false;
  const counts = decodeBatchCounts(operation.details);
  return operation.status === 'FAIL' || (counts?.failed ?? 0) > 0 || (counts?.notValid ?? 0) > 0;
}

/** What stands in a log's place while the operation goes on. */
export function laterLog(operation: Operation): string {
  return hasLog(operation.type) === null
    ? t('If there is a log, it comes when the operation ends.')
    : t('The log comes when the operation ends.');
}

/** What the button says that loads a log. */
export function loadLabel(operation: Operation): string {
  const total = expectedItems(operation);
  if (total === null) return hasLog(operation.type) === null ? t('Ask for a log') : t('Load the log');
  return plural(total, 'Load the log ({n} item)', 'Load the log ({n} items)');
}

/** Why there is nothing to ask for: the type has no log. */
export function withoutLog(operation: Operation): string {
  return t('“{type}” has no log: the API writes one for batches of tasks, task suites and bonuses.', {
    type: typeLabel(operation.type),
  });
}

/** Until when the API keeps the log, about (epoch ms): a month from the operation's end. Null without an end or a log. */
export function keptUntil(operation: Operation): number | null {
  if (hasLog(operation.type) !== true || !isTerminal(operation.status)) return null;
  const ended = endOf(operation);
  return ended === null ? null : monthLater(ended);
}

/** Whether the API has stopped keeping the log, for certain. */
export function isTooOld(operation: Operation, now: number): boolean {
  const ended = endOf(operation);
  return ended !== null && now - ended > KEPT_MS;
}

/** Why the API has no log, as far as its age tells; `until` is the day of `keptUntil` in words. */
export function missingLogWords(operation: Operation, now: number, until: string | null): string {
  if (!isTooOld(operation, now)) {
    return t(
      'The API has no log for this operation. It writes one only for batches that were started asynchronously.',
    );
  }
  return until === null
    ? t('The log is no longer kept: the API keeps logs for one month only.')
    : t('The log is no longer kept: the API keeps logs for one month only; this one until about {day}.', {
        day: until,
      });
}

function endOf(operation: Operation): number | null {
  const ended = operation.finished ?? operation.submitted;
  return ended === null ? null : parseUtc(ended);
}

/** The same day and hour of the next month, or its last day where it has no such day. */
function monthLater(ms: number): number {
  const at = new Date(ms);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 2, 0)).getUTCDate();
  const day = Math.min(at.getUTCDate(), last);
  const midnight = ms - (ms % 86_400_000);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, day) + (ms - midnight);
}
