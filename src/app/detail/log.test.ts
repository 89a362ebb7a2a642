import { expect, test } from 'vitest';
import { decodeLog } from '../../toloka/logItem.ts';
import { decodeOperation, type Json } from '../../toloka/operation.ts';
import { outcomeOf } from './logOutcome.ts';
import { failuresFirst, laterLog, loadLabel, logCounts, logPlan, missingLogWords } from './logPlan.ts';

const operation = (type: string, status: string, details: Json = null) =>
  decodeOperation({ id: 'a', type, status, details, finished: '2026-10-01T00:00:00' });

test.each([
  ['POOL.OPEN', 'FAIL', null, 'none'],
  ['TASK.BATCH_CREATE', 'RUNNING', null, 'later'],
  ['TASK.BATCH_CREATE', 'PAUSED', null, 'later'],
  ['TASK.BATCH_CREATE', 'SUCCESS', null, 'load'],
  ['TASK.BATCH_CREATE', 'SUCCESS', { total_count: 5000 }, 'load'],
  ['TASK.BATCH_CREATE', 'SUCCESS', { total_count: 5001 }, 'offer'],
  ['TASK.BATCH_CREATE', 'FAIL', { total_count: 100_000 }, 'load'],
  ['PROJECT.CLONE_V2', 'FAIL', null, 'offer'],
  ['PROJECT.CLONE_V2', 'RUNNING', null, 'later'],
])('for %s, %s, %j the plan is "%s"', (type, status, details, plan) => {
  expect(logPlan(operation(type, status, details))).toBe(plan);
});

test('the button says how much it loads', () => {
  expect(loadLabel(operation('TASK.BATCH_CREATE', 'SUCCESS', { total_count: 100_000 }))).toBe(
    'Load the log (100,000 items)',
  );
  expect(loadLabel(operation('PROJECT.CLONE_V2', 'SUCCESS'))).toBe('Ask for a log');
});

test('promises a log only where there is one', () => {
  expect(laterLog(operation('TASK.BATCH_CREATE', 'RUNNING'))).toBe('The log comes when the operation ends.');
  expect(laterLog(operation('PROJECT.CLONE_V2', 'RUNNING'))).toBe(
    'If there is a log, it comes when the operation ends.',
  );
});

const log = decodeLog([{ success: true }, { success: false }, { success: true }, { success: false }]);

test('puts failures first and keeps the order within both', () => {
  expect(failuresFirst(log).map((item) => item.index)).toEqual([1, 3, 0, 2]);
});

test('counts what there is and what is shown', () => {
  expect(logCounts(log, 3)).toBe('2 failed, 2 succeeded; showing 3');
  expect(logCounts(log, 4)).toBe('2 failed, 2 succeeded');
  expect(logCounts(log.slice(0, 1), 1)).toBe('1 succeeded');
  expect(logCounts([], 0)).toBe('no items');
});

test('says that a log is too old only when it is', () => {
  const ended = operation('TASK.BATCH_CREATE', 'FAIL');
  expect(missingLogWords(ended, Date.UTC(2026, 9, 20))).toBe(
    'The API has no log for this operation. It writes one only for batches that were started asynchronously.',
  );
  expect(missingLogWords(ended, Date.UTC(2026, 10, 20))).toBe(
    'There is no log any more: the API keeps logs for one month only.',
  );
});

const outcome = (type: string, success: boolean, output: Json) => {
  const [item] = decodeLog([{ type, success, output }]);
  return item && outcomeOf(item, output);
};

test('tells a step in words and its result as short as it goes', () => {
  expect(outcome('TASK_CREATE', true, { task_id: '12' })).toEqual({ word: 'Task created', result: '12' });
  expect(outcome('USER_BONUS_VALIDATE', false, null)).toEqual({ word: 'Bonus not valid', result: '' });
  expect(outcome('NEW_STEP', true, { a: 1, b: 2 })).toEqual({ word: 'NEW_STEP', result: '{"a":1,"b":2}' });
  expect(outcome('', false, { a: { b: 1 } })).toEqual({ word: 'Failed', result: '{"a":{"b":1}}' });
});
