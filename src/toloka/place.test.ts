import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apiTime, operationId, sortKeys } from '../../tests/fixtures/arbitraries.ts';
import { decodeOperation } from './operation.ts';
import { boundaryOf, formatBoundary, parseBoundary } from './place.ts';
import { parseSort, totalOrder } from './sort.ts';

function keysOf(text: string) {
  const keys = parseSort(text);
  if ('reason' in keys) throw new Error(keys.reason);
  return keys;
}

const running = decodeOperation({
  id: 'op-1',
  submitted: '2026-11-20T13:55:02.123456',
  started: '2026-11-20T13:55:03',
});

test.each([
  ['-submitted', '2026-11-20T13:55:02.123456,op-1'],
  // Sorted by `finished` alone, all that still run tie; `submitted` goes on from there.
  ['-finished', '-,2026-11-20T13:55:02.123456,op-1'],
  ['-finished,id', '-,op-1'],
  ['finished,-submitted', '-,2026-11-20T13:55:02.123456,op-1'],
  ['id', 'op-1'],
  ['-submitted,id,finished', '2026-11-20T13:55:02.123456,op-1'],
])('in a list sorted by %s a row stands at %s', (sort, place) => {
  const boundary = boundaryOf(running, totalOrder(keysOf(sort)));
  expect(formatBoundary(boundary)).toBe(place);
  expect(parseBoundary(place, keysOf(sort))).toEqual(boundary);
});

test.each([
  ['-submitted', 'op-1'],
  ['-submitted', '-,op-1'],
  ['-submitted', '2026-11-20T13:55:02'],
  ['-submitted', '2026-11-20T13:55:02,'],
  ['-submitted', '2026-11-20T13:55:02,..'],
  ['-submitted', '2026-11-20T13:55:02,a,b'],
  ['-submitted', 'now-1h,op-1'],
  ['-submitted', '2026-02-30,op-1'],
  ['id', '2026-11-20T13:55:02,op-1'],
  ['id', ''],
  ['-finished,submitted', '2026-11-20T13:55:02,op-1'],
  ['-finished', '-,op-1'],
])('in a list sorted by %s, %j is no place', (sort, text) => {
  expect(parseBoundary(text, keysOf(sort))).toBeNull();
});

test('a place reads back exactly, in a list of any order', () => {
  const rows = fc.record({ id: operationId, submitted: apiTime, finished: fc.option(apiTime) });
  fc.assert(
    fc.property(sortKeys, rows, (sort, row) => {
      const boundary = boundaryOf(decodeOperation(row), totalOrder(sort));
      expect(parseBoundary(formatBoundary(boundary), sort)).toEqual(boundary);
    }),
  );
});

test('a place is as the server spelled it: no digit is cut or added', () => {
  const spelled = '2026-11-20T13:55:02.100000,op-1';
  const boundary = parseBoundary(spelled, keysOf('-submitted'));
  expect(boundary).not.toBeNull();
  if (boundary) expect(formatBoundary(boundary)).toBe(spelled);
});

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), sortKeys, (text, sort) => {
      const boundary = parseBoundary(text, sort);
      if (boundary) expect(parseBoundary(formatBoundary(boundary), sort)).toEqual(boundary);
    }),
  );
});
