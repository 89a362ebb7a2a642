import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeApiError, retryAfterMs } from './apiError.ts';

test('an error of the API is read whole', () => {
  const body = { request_id: 'r-1', code: 'NOT_FOUND', message: 'No such operation', payload: { id: 'x' } };
  expect(decodeApiError(body)).toEqual(body);
});

test.each([[null], [undefined], ['<html>'], [[]], [{}], [{ code: 404, message: null, request_id: {} }]])(
  '%j says nothing that was not sent',
  (body) => {
    expect(decodeApiError(body)).toEqual({});
  },
);

test('what can be read of a half error is read', () => {
  expect(decodeApiError({ code: 'X', message: 5 })).toEqual({ code: 'X' });
});

const now = Date.UTC(2026, 10, 20, 13, 55, 0);

test.each([
  ['0', {}, 0],
  ['5', {}, 5000],
  [' 120 ', {}, 120_000],
  ['Fri, 20 Nov 2026 13:55:30 GMT', {}, 30_000],
  ['Fri, 20 Nov 2026 13:54:00 GMT', {}, 0],
  ['soon', {}, null],
  ['', {}, null],
  [null, {}, null],
  [null, { payload: { interval: 'MIN' } }, 60_000],
  [null, { payload: { interval: 'HOUR' } }, 3_600_000],
  [null, { payload: { interval: 'DAY' } }, 86_400_000],
  [null, { payload: { interval: 'AGE' } }, null],
  [null, { payload: 'MIN' }, null],
  [null, { payload: null }, null],
  ['soon', { payload: { interval: 'MIN' } }, 60_000],
  ['3', { payload: { interval: 'DAY' } }, 3000],
])('Retry-After %j with body %j waits %j ms', (header, body, ms) => {
  expect(retryAfterMs(header, body, now)).toBe(ms);
});

test.each([
  ['many seconds', '99999999999'],
  ['more seconds than a number holds', '9'.repeat(400)],
  ['a date in the next century', 'Fri, 20 Nov 2126 13:55:00 GMT'],
])('a wait without end (%s) is cut to a day, because browser timers overflow at 24.8 days', (_, header) => {
  expect(retryAfterMs(header, {}, now)).toBe(86_400_000);
});

test('no header and no body make it throw or wait a negative time', () => {
  fc.assert(
    fc.property(fc.option(fc.string()), fc.jsonValue(), (header, payload) => {
      const wait = retryAfterMs(header, { payload }, now);
      expect(wait === null || (wait >= 0 && wait <= 86_400_000)).toBe(true);
    }),
  );
});
