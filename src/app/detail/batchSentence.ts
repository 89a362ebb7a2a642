import { decodeBatchCounts, type BatchCounts } from '../../toloka/batchCounts.ts';
import { isJsonObject, type Operation } from '../../toloka/operation.ts';
import { plural, t, type CountedText, type Text, type Values } from '../../words/words.ts';
import { formatCount } from '../ui/format.ts';

/** Where the reasons of a failed batch are: the API itself gives them in the log only, for as long as it keeps it. */
export const LOG_SAYS = 'The reasons are in the log below, if the API still keeps it.' satisfies Text;

type BatchStory = { readonly main: string; readonly more: string | null };

/**
 * What came of a batch, told by its counts; null where they are missing or do not agree with each other, since a
 * sentence made of them would then be untrue.
 */
export function batchStory(operation: Operation, status: 'SUCCESS' | 'FAIL'): BatchStory | null {
  const counts = decodeBatchCounts(operation.details);
  const created = counts?.consistent ? createdOf(counts) : null;
  if (!counts || created === null) return null;
  if (counts.total === 0) return { main: t('There were no items to create.'), more: null };
  if (created === counts.total) return { main: allCreated(counts.total, status), more: null };
  if (created === 0) return noneCreated(operation, counts);
  return someCreated(counts, created, status);
}

function createdOf(counts: BatchCounts): number | null {
  if (counts.success !== null) return counts.success;
  return counts.failed === null ? null : counts.total - counts.failed;
}

function allCreated(total: number, status: 'SUCCESS' | 'FAIL'): string {
  if (status === 'FAIL') {
    return total === 1
      ? t('The only item was created, yet the operation failed.')
      : counted(total, 'All {n} items were created, yet the operation failed.');
  }
  return total === 1 ? t('The only item was created.') : counted(total, 'All {n} items were created.');
}

/** A sentence that has another one for the number 1. */
function counted(count: number, many: CountedText, values?: Values): string {
  return plural(count, many, many, values);
}

function noneCreated(operation: Operation, counts: BatchCounts): BatchStory {
  const { total, notValid } = counts;
  if (!notValid) {
    const main =
      total === 1
        ? t('The only item was not created.')
        : counted(total, 'None of the {n} items was created.');
    return { main, more: t(LOG_SAYS) };
  }
  if (notValid === total) {
    const main =
      total === 1
        ? t('The only item is not valid, so it was not created.')
        : counted(total, 'None of the {n} items is valid, so none was created.');
    return { main, more: null };
  }
  const all = { total: formatCount(total) };
  // Why so many were stopped by so few is said where the reasons stand: see `stopWords`.
  if (skipsInvalid(operation) === false) {
    const main = plural(
      notValid,
      '{n} of {total} items is not valid, so none was created.',
      '{n} of {total} items are not valid, so none was created.',
      all,
    );
    return { main, more: null };
  }
  const main = plural(
    notValid,
    'None of the {total} items was created; {n} of {total} is not valid.',
    'None of the {total} items was created; {n} of {total} are not valid.',
    all,
  );
  return { main, more: t(LOG_SAYS) };
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
  const all = { total: formatCount(total) };
  return operation.type === 'USER_BONUS.BATCH_CREATE'
    ? plural(
        notValid,
        '{n} invalid item stopped all {total}: this batch does not skip invalid items (skip_invalid_items: false). Correct or remove it, or set it to true, and send the batch again.',
        '{n} invalid items stopped all {total}: this batch does not skip invalid items (skip_invalid_items: false). Correct or remove them, or set it to true, and send the batch again.',
        all,
      )
    : plural(
        notValid,
        '{n} invalid item stopped all {total}: this upload does not skip invalid items (skip_invalid_items: false). Correct or remove it, or set it to true, and send the batch again.',
        '{n} invalid items stopped all {total}: this upload does not skip invalid items (skip_invalid_items: false). Correct or remove them, or set it to true, and send the batch again.',
        all,
      );
}

function someCreated(counts: BatchCounts, created: number, status: 'SUCCESS' | 'FAIL'): BatchStory {
  const rest = counts.total - created;
  const all = { total: formatCount(counts.total), rest: formatCount(rest) };
  if (counts.notValid !== rest) {
    const main =
      rest === 1
        ? plural(
            created,
            '{n} of {total} items was created, {rest} was not.',
            '{n} of {total} items were created, {rest} was not.',
            all,
          )
        : plural(
            created,
            '{n} of {total} items was created, {rest} were not.',
            '{n} of {total} items were created, {rest} were not.',
            all,
          );
    return { main, more: t(LOG_SAYS) };
  }
  return {
    main: plural(created, '{n} of {total} items was created.', '{n} of {total} items were created.', all),
    more:
      status === 'SUCCESS'
        ? plural(
            rest,
            'The other one is not valid and was left out.',
            'The other {n} are not valid and were left out.',
          )
        : plural(rest, 'The other one is not valid.', 'The other {n} are not valid.'),
  };
}

function skipsInvalid(operation: Operation): boolean | null {
  const value = isJsonObject(operation.parameters) ? operation.parameters['skip_invalid_items'] : null;
  return typeof value === 'boolean' ? value : null;
}
