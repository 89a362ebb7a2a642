import { expect, test } from 'vitest';
import { decodeOperation, type Json } from '../../../toloka/operation.ts';
import {
  expectedMatches,
  expectsFailures,
  isTooOld,
  keptUntil,
  laterLog,
  loadLabel,
  logPlan,
  missingLogWords,
} from './logPlan.ts';

const operation = (type: string, status: string, details: Json = null, finished = '2026-10-01T00:00:00') =>
  decodeOperation({ id: 'a', type, status, details, finished });
const counts = (total: number, failed: number) => ({
  total_count: total,
  valid_count: total - failed,
  not_valid_count: failed,
  success_count: total - failed,
  failed_count: failed,
});

test.each([
  ['POOL.OPEN', 'FAIL', null, 'none'],
  ['TASK.BATCH_CREATE', 'RUNNING', null, 'later'],
  ['TASK.BATCH_CREATE', 'PAUSED', null, 'later'],
  ['TASK.BATCH_CREATE', 'SUCCESS', null, 'load'],
  ['TASK.BATCH_CREATE', 'SUCCESS', { total_count: 10_000 }, 'load'],
  ['TASK.BATCH_CREATE', 'SUCCESS', { total_count: 10_001 }, 'offer'],
  ['TASK.BATCH_CREATE', 'FAIL', { total_count: 100_000 }, 'load'],
  ['PROJECT.CLONE_V2', 'FAIL', null, 'offer'],
  ['PROJECT.CLONE_V2', 'RUNNING', null, 'later'],
])('for %s, %s, %j the plan is "%s"', (type, status, details, plan) => {
  expect(logPlan(operation(type, status, details))).toBe(plan);
});

test.each([
  ['TASK.BATCH_CREATE', 'FAIL', null, true],
  ['TASK.BATCH_CREATE', 'SUCCESS', counts(500, 12), true],
  ['TASK.BATCH_CREATE', 'SUCCESS', counts(500, 0), false],
  ['TASK.BATCH_CREATE', 'RUNNING', counts(500, 12), false],
  ['POOL.OPEN', 'FAIL', null, false],
  ['PROJECT.CLONE_V2', 'FAIL', null, false],
])('whether %s, %s, %j has reasons to look for: %s', (type, status, details, expected) => {
  expect(expectsFailures(operation(type, status, details))).toBe(expected);
});

test('room is kept for as many items as the counts promise, and for none where they promise nothing', () => {
  const all = { outcome: 'all', cause: null, text: '' } as const;
  const part = operation('TASK.BATCH_CREATE', 'SUCCESS', counts(500, 12));
  expect(expectedMatches(part, all)).toBe(500);
  expect(expectedMatches(part, { ...all, outcome: 'failed' })).toBe(12);
  expect(expectedMatches(part, { ...all, outcome: 'succeeded' })).toBe(488);
  expect(expectedMatches(part, { ...all, text: 'x' })).toBe(0);
  expect(expectedMatches(part, { ...all, cause: 'k' })).toBe(0);
  expect(expectedMatches(operation('TASK.BATCH_CREATE', 'FAIL', counts(500, 12)), all)).toBe(12);
  expect(expectedMatches(operation('TASK.BATCH_CREATE', 'SUCCESS'), all)).toBe(0);
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

test.each([
  ['2026-11-22T10:30:00.250', Date.UTC(2026, 11, 22, 10, 30, 0, 250)],
  ['2026-12-31T23:59:59', Date.UTC(2027, 0, 31, 23, 59, 59)],
  ['2027-01-31T00:00:00', Date.UTC(2027, 1, 28)],
  ['2028-01-30T12:00:00', Date.UTC(2028, 1, 29, 12)],
])('what ended at %s is kept for a month', (finished, until) => {
  expect(keptUntil(operation('TASK.BATCH_CREATE', 'FAIL', null, finished))).toBe(until);
});

test('says nothing of keeping where there is no log to keep', () => {
  expect(keptUntil(operation('POOL.OPEN', 'FAIL'))).toBeNull();
  expect(keptUntil(operation('TASK.BATCH_CREATE', 'RUNNING'))).toBeNull();
});

test('says that a log is too old only when it is', () => {
  const ended = operation('TASK.BATCH_CREATE', 'FAIL');
  const young = Date.UTC(2026, 9, 20);
  const old = Date.UTC(2026, 10, 20);
  expect([isTooOld(ended, young), isTooOld(ended, old)]).toEqual([false, true]);
  expect(missingLogWords(ended, young, '1 Nov')).toBe(
    'The API has no log for this operation. It writes one only for batches that were started asynchronously.',
  );
  expect(missingLogWords(ended, old, '1 Nov')).toBe(
    'The log is no longer kept: the API keeps logs for one month only; this one until about 1 Nov.',
  );
  expect(missingLogWords(ended, old, null)).toBe(
    'The log is no longer kept: the API keeps logs for one month only.',
  );
});
