import { expect, test } from 'vitest';
import { decodeOperation } from '../../../toloka/operation.ts';
import { durationOf, wholeSecondsSince } from './durations.ts';

const of = (fields: Record<string, string | null>) =>
  durationOf(decodeOperation({ id: 'x', type: 'POOL.OPEN', ...fields }));
const SUBMITTED = '2022-11-22T16:11:36';
const STARTED = '2022-11-22T16:11:38.874';
const FINISHED = '2022-11-22T16:11:40.124';

test('an ended operation took from its start to its end', () => {
  expect(of({ status: 'SUCCESS', submitted: SUBMITTED, started: STARTED, finished: FINISHED })).toEqual({
    kind: 'took',
    ms: 1250,
  });
});

test('an end before the start, as clocks of several machines give, is no negative time', () => {
  expect(of({ status: 'FAIL', started: FINISHED, finished: STARTED })).toEqual({ kind: 'took', ms: 0 });
});

test('a running one has been running since its start, read as UTC', () => {
  const since = 1_669_133_498_874;
  expect(of({ status: 'RUNNING', submitted: SUBMITTED, started: STARTED })).toEqual({
    kind: 'running',
    since,
  });
  expect(of({ status: 'NEW.STATUS', started: STARTED })).toEqual({ kind: 'running', since });
});

test('a running one with an end, as has been seen, stands still', () => {
  expect(of({ status: 'RUNNING', started: STARTED, finished: FINISHED })).toEqual({ kind: 'took', ms: 1250 });
});

test('a pending one has been waiting since its submission', () => {
  expect(of({ status: 'PENDING', submitted: SUBMITTED })).toEqual({
    kind: 'waiting',
    since: 1_669_133_496_000,
  });
});

test('without the times to tell, nothing is told', () => {
  expect(of({ status: 'RUNNING', submitted: SUBMITTED })).toBeNull();
  expect(of({ status: 'SUCCESS', started: STARTED })).toBeNull();
  expect(of({ status: 'FAIL', submitted: SUBMITTED, finished: FINISHED })).toBeNull();
  expect(of({ status: 'PENDING' })).toBeNull();
});

test('a ticking clock shows whole seconds and never less than none', () => {
  expect(wholeSecondsSince(10_000, 12_999)).toBe(2000);
  expect(wholeSecondsSince(10_000, 9000)).toBe(0);
});
