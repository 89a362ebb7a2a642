import { decodeBatchCounts, type BatchCounts } from '../../toloka/batchCounts.ts';
import { isJsonObject, type Operation } from '../../toloka/operation.ts';
import { formatCount } from '../ui/format.ts';

/** Where the reasons of a failed batch are: the API itself gives them in the log only, for as long as it keeps it. */
export const LOG_SAYS = 'The reasons are in the log below, if the API still keeps it.';

type BatchStory = { readonly main: string; readonly more: string | null };

/**
 * What came of a batch, told by its counts; null where they are missing or do not agree with each other, since a
 * sentence made of them would then be untrue.
 */
export function batchStory(operation: Operation, status: 'SUCCESS' | 'FAIL'): BatchStory | null {
  const counts = decodeBatchCounts(operation.details);
  const created = counts?.consistent ? createdOf(counts) : null;
  if (!counts || created === null) return null;
  if (counts.total === 0) return { main: 'There were no items to create.', more: null };
  if (created === counts.total) return { main: allCreated(counts.total, status), more: null };
  if (created === 0) return noneCreated(operation, counts);
  return someCreated(counts, created, status);
}

function createdOf(counts: BatchCounts): number | null {
  if (counts.success !== null) return counts.success;
  return counts.failed === null ? null : counts.total - counts.failed;
}

function allCreated(total: number, status: 'SUCCESS' | 'FAIL'): string {
  const all = total === 1 ? 'The only item was created' : `All ${formatCount(total)} items were created`;
  return status === 'FAIL' ? `${all}, yet the operation failed.` : `${all}.`;
}

function noneCreated(operation: Operation, counts: BatchCounts): BatchStory {
  const { total, notValid } = counts;
  if (!notValid) {
    const main =
      total === 1 ? 'The only item was not created.' : `None of the ${formatCount(total)} items was created.`;
    return { main, more: LOG_SAYS };
  }
  if (notValid === total) {
    const main =
      total === 1
        ? 'The only item is not valid, so it was not created.'
        : `None of the ${formatCount(total)} items is valid, so none was created.`;
    return { main, more: null };
  }
  const some = `${formatCount(notValid)} of ${formatCount(total)} items ${notValid === 1 ? 'is' : 'are'} not valid`;
  // Why so many were stopped by so few is said where the reasons stand: see `stopWords`.
  if (skipsInvalid(operation) === false) return { main: `${some}, so none was created.`, more: null };
  return {
    main: `None of the ${formatCount(total)} items was created; ${some.replace(' items', '')}.`,
    more: LOG_SAYS,
  };
}

/**
 * How a few invalid items stopped a batch of valid ones, and what to do about it; null where that is not what happened.
 * Source: API reference, `skip_invalid_items`.
 */
export function stopWords(operation: Operation): string | null {
  const counts = decodeBatchCounts(operation.details);
  if (operation.status !== 'FAIL' || !counts?.consistent || createdOf(counts) !== 0) return null;
  const { total, notValid } = counts;
  if (!notValid || notValid === total || skipsInvalid(operation) !== false) return null;
  const few = notValid === 1 ? '1 invalid item' : `${formatCount(notValid)} invalid items`;
  const them = notValid === 1 ? 'it' : 'them';
  return `${few} stopped all ${formatCount(total)}: this ${batchNoun(operation)} does not skip invalid items (skip_invalid_items: false). Mend ${them} or take ${them} out, or set it to true, and send the batch again.`;
}

function someCreated(counts: BatchCounts, created: number, status: 'SUCCESS' | 'FAIL'): BatchStory {
  const rest = counts.total - created;
  const some = `${formatCount(created)} of ${formatCount(counts.total)} items ${created === 1 ? 'was' : 'were'} created`;
  if (counts.notValid !== rest) {
    return { main: `${some}, ${formatCount(rest)} ${rest === 1 ? 'was' : 'were'} not.`, more: LOG_SAYS };
  }
  const others = rest === 1 ? 'The other one is' : `The other ${formatCount(rest)} are`;
  return {
    main: `${some}.`,
    more: `${others} not valid${status === 'SUCCESS' ? ' and were left out' : ''}.`,
  };
}

function skipsInvalid(operation: Operation): boolean | null {
  const value = isJsonObject(operation.parameters) ? operation.parameters['skip_invalid_items'] : null;
  return typeof value === 'boolean' ? value : null;
}

function batchNoun(operation: Operation): string {
  return operation.type === 'USER_BONUS.BATCH_CREATE' ? 'batch' : 'upload';
}
