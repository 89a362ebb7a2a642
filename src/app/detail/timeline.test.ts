import { expect, test } from 'vitest';
import { decodeOperation } from '../../toloka/operation.ts';
import { timelineOf } from './timeline.ts';

const SUBMITTED = '2026-11-20T13:42:10';
const STARTED = '2026-11-20T13:42:12.500';
const FINISHED = '2026-11-20T13:44:55.500';

const stretches = (status: string, times: Record<string, string>) =>
  timelineOf(decodeOperation({ id: 'a', type: 'POOL.OPEN', status, ...times })).map((point) => point.after);

test('an ended operation waited and ran', () => {
  expect(stretches('SUCCESS', { submitted: SUBMITTED, started: STARTED, finished: FINISHED })).toEqual([
    { kind: 'past', words: 'waited {time}', ms: 2500 },
    { kind: 'past', words: 'ran {time}', ms: 163_000 },
    null,
  ]);
});

test('a pending one is waiting since it was submitted', () => {
  expect(stretches('PENDING', { submitted: SUBMITTED })).toEqual([
    { kind: 'live', words: 'waiting for {time}', since: SUBMITTED },
    { kind: 'unknown' },
    null,
  ]);
});

test('a running one is running since it was started', () => {
  expect(stretches('RUNNING', { submitted: SUBMITTED, started: STARTED })[1]).toEqual({
    kind: 'live',
    words: 'running for {time}',
    since: STARTED,
  });
});

test('nothing lasts in an operation that has ended, even where times are missing', () => {
  expect(stretches('SUCCESS', { submitted: SUBMITTED, started: STARTED })[1]).toEqual({ kind: 'unknown' });
  expect(stretches('FAIL', { submitted: SUBMITTED })).toEqual([
    { kind: 'unknown' },
    { kind: 'unknown' },
    null,
  ]);
  expect(stretches('FAIL', { submitted: SUBMITTED, finished: FINISHED })[1]).toEqual({
    kind: 'past',
    words: 'ended after {time}',
    ms: 165_500,
  });
});

test('no stretch is negative when the server’s times run backwards', () => {
  expect(stretches('SUCCESS', { submitted: FINISHED, started: STARTED, finished: SUBMITTED })).toEqual([
    { kind: 'past', words: 'waited {time}', ms: 0 },
    { kind: 'past', words: 'ran {time}', ms: 0 },
    null,
  ]);
});

test('the points carry the API’s own times', () => {
  const points = timelineOf(decodeOperation({ id: 'a', status: 'RUNNING', submitted: SUBMITTED }));
  expect(points.map(({ name, at }) => [name, at])).toEqual([
    ['Submitted', SUBMITTED],
    ['Started', null],
    ['Finished', null],
  ]);
});

test('only a pending operation is said to wait: of another one without a start nobody knows what it does', () => {
  for (const status of ['RUNNING', 'PAUSED', '']) {
    expect(stretches(status, { submitted: SUBMITTED }), status).toEqual([
      { kind: 'unknown' },
      { kind: 'unknown' },
      null,
    ]);
  }
});

test('an operation of an unknown status that has started has not ended, which is all that is said', () => {
  expect(stretches('PAUSED', { submitted: SUBMITTED, started: STARTED })[1]).toEqual({
    kind: 'live',
    words: 'not ended after {time}',
    since: STARTED,
  });
});
