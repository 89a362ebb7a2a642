import { describe, expect, test } from 'vitest';
import { decodeOperation, type Json } from '../../toloka/operation.ts';
import { stopWords } from './batchSentence.ts';
import { storyOf } from './sentence.ts';

const story = (type: string, status: string, parameters: Json = null, details: Json = null) =>
  storyOf(decodeOperation({ id: 'a', type, status, parameters, details }));

/** Details of a batch: total, not valid, created. */
const counts = (total: number, notValid: number, created: number) => ({
  total_count: total,
  valid_count: total - notValid,
  not_valid_count: notValid,
  success_count: created,
  failed_count: total - created,
});

describe('an operation on one thing', () => {
  test.each([
    ['PENDING', 'Pool 7 is waiting to be opened.'],
    ['RUNNING', 'Pool 7 is being opened.'],
    ['SUCCESS', 'Pool 7 was opened.'],
    ['FAIL', 'Pool 7 could not be opened.'],
  ])('%s', (status, words) => expect(story('POOL.OPEN', status, { pool_id: '7' }).main).toBe(words));

  test('says that there is no reason, or where it is', () => {
    expect(story('POOL.OPEN', 'FAIL').more).toBe('The API gives no reason for it.');
    expect(story('POOL.OPEN', 'FAIL', null, {}).more).toBe('The API gives no reason for it.');
    expect(story('POOL.OPEN', 'FAIL', null, { code: 'X' }).more).toBe(
      'What the API says about it is under Details.',
    );
    expect(story('TASK.BATCH_CREATE', 'FAIL').more).toBe(
      'The reasons are in the log below, if the API still keeps it.',
    );
  });

  test('names the copy that a clone made', () => {
    expect(story('TRAINING.CLONE', 'SUCCESS', { training_id: '1' }, { training_id: '2' }).main).toBe(
      'Training 1 was cloned; the copy is training 2.',
    );
    expect(story('POOL.CLONE', 'SUCCESS', { pool_id: '1' }, {}).main).toBe('Pool 1 was cloned.');
  });

  test('does without the ID where there is none', () => {
    expect(story('SOLUTION.AGGREGATE', 'RUNNING').main).toBe('The responses are being aggregated.');
    expect(story('PROJECT.ARCHIVE', 'SUCCESS', 'odd').main).toBe('The project was archived.');
  });
});

describe('what this version does not know', () => {
  test('a new type', () => expect(story('PROJECT.CLONE_V2', 'FAIL').main).toBe('The operation failed.'));
  test('a new status', () =>
    expect(story('POOL.OPEN', 'PAUSED').main).toBe(
      'This dashboard does not know the status PAUSED, so it keeps asking.',
    ));
  test('no status', () =>
    expect(story('POOL.OPEN', '').main).toBe('The API sent no status, so this page keeps asking.'));
});

describe('a failed batch', () => {
  const strict = { skip_invalid_items: false };
  const lenient = { skip_invalid_items: true };

  test('that one invalid item stopped', () => {
    expect(story('TASK.BATCH_CREATE', 'FAIL', strict, counts(9800, 412, 0))).toEqual({
      main: '412 of 9,800 items are not valid, so none was created.',
      more: null,
    });
    expect(story('USER_BONUS.BATCH_CREATE', 'FAIL', strict, counts(500, 1, 0))).toEqual({
      main: '1 of 500 items is not valid, so none was created.',
      more: null,
    });
  });

  test('that a few invalid items stopped says so, and what to do', () => {
    const words = (type: string, parameters: Json, details: Json, status = 'FAIL') =>
      stopWords(decodeOperation({ id: 'a', type, status, parameters, details }));
    expect(words('TASK.BATCH_CREATE', strict, counts(500, 1, 0))).toBe(
      '1 invalid item stopped all 500: this upload does not skip invalid items (skip_invalid_items: false). Correct or remove it, or set it to true, and send the batch again.',
    );
    expect(words('USER_BONUS.BATCH_CREATE', strict, counts(9800, 412, 0))).toContain(
      '412 invalid items stopped all 9,800: this batch does not skip',
    );
    expect(words('TASK.BATCH_CREATE', lenient, counts(500, 1, 0))).toBeNull();
    expect(words('TASK.BATCH_CREATE', strict, counts(2, 2, 0))).toBeNull();
    expect(words('TASK.BATCH_CREATE', strict, counts(500, 1, 499))).toBeNull();
    expect(words('TASK.BATCH_CREATE', strict, counts(500, 1, 0), 'RUNNING')).toBeNull();
  });

  test('without a valid item', () => {
    expect(story('TASK.BATCH_CREATE', 'FAIL', strict, counts(2, 2, 0))).toEqual({
      main: 'None of the 2 items is valid, so none was created.',
      more: null,
    });
    expect(story('TASK.BATCH_CREATE', 'FAIL', lenient, counts(1, 1, 0)).main).toBe(
      'The only item is not valid, so it was not created.',
    );
  });

  test('does not blame the invalid items where they are skipped', () => {
    expect(story('TASK.BATCH_CREATE', 'FAIL', lenient, counts(500, 12, 0))).toEqual({
      main: 'None of the 500 items was created; 12 of 500 are not valid.',
      more: 'The reasons are in the log below, if the API still keeps it.',
    });
  });

  test('that broke off', () => {
    expect(story('TASK.BATCH_CREATE', 'FAIL', lenient, counts(500, 0, 88)).main).toBe(
      '88 of 500 items were created, 412 were not.',
    );
    expect(story('TASK.BATCH_CREATE', 'FAIL', lenient, counts(500, 0, 0)).main).toBe(
      'None of the 500 items was created.',
    );
  });
});

describe('a batch that succeeded', () => {
  test('in whole', () => {
    expect(story('TASK.BATCH_CREATE', 'SUCCESS', null, counts(13_628, 0, 13_628)).main).toBe(
      'All 13,628 items were created.',
    );
    expect(story('TASK.BATCH_CREATE', 'SUCCESS', null, counts(1, 0, 1)).main).toBe(
      'The only item was created.',
    );
  });

  test('in part', () => {
    expect(story('TASK.BATCH_CREATE', 'SUCCESS', null, counts(500, 13, 487))).toEqual({
      main: '487 of 500 items were created.',
      more: 'The other 13 are not valid and were left out.',
    });
  });

  test('with nothing to do', () =>
    expect(story('TASK.BATCH_CREATE', 'SUCCESS', null, counts(0, 0, 0)).main).toBe(
      'There were no items to create.',
    ));
});

test('makes no sentence of counts that contradict each other', () => {
  const details = { total_count: 5, success_count: 5, failed_count: 3 };
  expect(story('TASK.BATCH_CREATE', 'SUCCESS', null, details).main).toBe('The tasks were created.');
});

test('does not read the counts of a batch that goes on', () => {
  expect(story('TASK.BATCH_CREATE', 'RUNNING', null, counts(500, 0, 0)).main).toBe(
    'The tasks are being created.',
  );
});
