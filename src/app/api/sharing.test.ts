import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeOperation, type Operation } from '../../toloka/operation.ts';
import { shareOperations } from './sharing.ts';

const op = (id: string, progress = 0) => decodeOperation({ id, progress });

test('an answer that says nothing new keeps the very same list', () => {
  const before = [op('a'), op('b')];
  expect(shareOperations(before, [op('a'), op('b')])).toBe(before);
});

test('a new row on top leaves every other row the same object', () => {
  const before = [op('a'), op('b')];
  const next = shareOperations(before, [op('new'), op('a'), op('b')]);
  expect(next.map((operation) => operation.id)).toEqual(['new', 'a', 'b']);
  expect(next[1]).toBe(before[0]);
  expect(next[2]).toBe(before[1]);
});

test('a row that changed is the new one', () => {
  const before = [op('a', 10), op('b', 10)];
  const next = shareOperations(before, [op('a', 11), op('b', 10)]);
  expect(next[0]).not.toBe(before[0]);
  expect(next[0]?.progress).toBe(11);
  expect(next[1]).toBe(before[1]);
});

test('a row that left and a change of order make a new list', () => {
  const before = [op('a'), op('b')];
  expect(shareOperations(before, [op('a')])).toEqual([op('a')]);
  expect(shareOperations(before, [op('b'), op('a')]).map((operation) => operation.id)).toEqual(['b', 'a']);
  expect(shareOperations(before, [])).toEqual([]);
});

test('the result always says what the answer says', () => {
  const rows: fc.Arbitrary<Operation[]> = fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat({ max: 2 })), {
      selector: ([id]) => id,
    })
    .map((all) => all.map(([id, progress]) => op(id, progress)));
  fc.assert(
    fc.property(rows, rows, (before, next) => {
      expect(shareOperations(before, next)).toEqual(next);
    }),
  );
});
