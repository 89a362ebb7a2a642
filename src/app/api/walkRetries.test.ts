import { expect, test } from 'vitest';
import { RequestFailure } from './failure.ts';
import { walkRetryIn } from './walkRetries.ts';

const failure = (status: number | null, retryAfterMs: number | null = null, code = 'CODE') =>
  new RequestFailure({ status, code, message: 'no', retryAfterMs });
const waits = (error: unknown) => [1, 2, 3, 4, 5].map((failures) => walkRetryIn(error, failures));

test.each([429, 500, 502, 503, null])(
  'status %s is asked again four times, further apart each time',
  (status) => {
    expect(waits(failure(status))).toEqual([1000, 2000, 4000, 8000, null]);
  },
);

test('a server that names a time is not asked before it, and not sooner than by the walk’s own rule', () => {
  expect(waits(failure(429, 5000))).toEqual([5000, 5000, 5000, 8000, null]);
  expect(walkRetryIn(failure(503, 120_000), 1)).toBe(120_000);
});

test('a wait of minutes stops the walk instead', () => {
  expect(walkRetryIn(failure(429, 120_001), 1)).toBeNull();
});

test.each([400, 401, 403, 404, 200])('status %s is not asked again: it would be the same', (status) => {
  expect(walkRetryIn(failure(status), 1)).toBeNull();
});

test('an answer that cannot be understood is not asked for again', () => {
  expect(walkRetryIn(new TypeError('the list has no "items"'), 1)).toBeNull();
});
