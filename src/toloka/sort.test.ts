import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortKeys } from '../../tests/fixtures/arbitraries.ts';
import { formatOrder, formatSort, isSortField, parseSort, reverseOrder, totalOrder } from './sort.ts';

test.each([
  ['id', [{ field: 'id', direction: 'asc' }]],
  ['-id', [{ field: 'id', direction: 'desc' }]],
  [
    '-finished,submitted,id',
    [
      { field: 'finished', direction: 'desc' },
      { field: 'submitted', direction: 'asc' },
      { field: 'id', direction: 'asc' },
    ],
  ],
])('%s is read', (text, keys) => {
  expect(parseSort(text)).toEqual(keys);
});

test.each([
  ['', 'has an empty sort key'],
  ['id,', 'has an empty sort key'],
  ['status', '“status” is not a sort key'],
  ['--id', '“--id” is not a sort key'],
  [' id', '“ id” is not a sort key'],
  ['id,-id', 'sorts by id twice'],
  ['toString', '“toString” is not a sort key'],
])('%j is refused: it %s', (text, reason) => {
  expect(parseSort(text)).toEqual({ reason });
});

test('sort keys read back as they were written', () => {
  fc.assert(
    fc.property(sortKeys, (keys) => {
      expect(parseSort(formatSort(keys))).toEqual(keys);
    }),
  );
});

test.each([
  ['-submitted', '-submitted,-id'],
  ['submitted', 'submitted,id'],
  ['-finished,submitted', '-finished,submitted,id'],
  ['-finished', '-finished,-submitted,-id'],
  ['finished', 'finished,submitted,id'],
  ['submitted,-finished', 'submitted,-finished,-id'],
  ['id', 'id'],
  ['-id', '-id'],
  ['-id,submitted', '-id'],
  ['-finished,id,submitted', '-finished,id'],
])('%s is made total as %s', (text, total) => {
  const keys = parseSort(text);
  if ('reason' in keys) throw new Error(keys.reason);
  expect(formatOrder(totalOrder(keys))).toBe(total);
});

test('an order backwards turns every key, and twice is as before', () => {
  const order = totalOrder([
    { field: 'finished', direction: 'desc' },
    { field: 'id', direction: 'asc' },
  ]);
  expect(formatOrder(reverseOrder(order))).toBe('finished,-id');
  fc.assert(
    fc.property(sortKeys, (keys) => {
      const total = totalOrder(keys);
      expect(reverseOrder(reverseOrder(total))).toEqual(total);
    }),
  );
});

test('an order made total stays the same order', () => {
  fc.assert(
    fc.property(sortKeys, (keys) => {
      const total = totalOrder(keys);
      expect(totalOrder([...total.keys, { field: 'id', direction: total.id }])).toEqual(total);
    }),
  );
});

test('only the API’s three fields sort', () => {
  expect(['id', 'submitted', 'finished', 'started', 'progress', 'constructor'].filter(isSortField)).toEqual([
    'id',
    'submitted',
    'finished',
  ]);
});
