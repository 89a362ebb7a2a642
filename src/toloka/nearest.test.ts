import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const words = ['PENDING', 'RUNNING', 'SUCCESS', 'FAIL'];

test.each([
  ['FIAL', 1, 'FAIL'],
  ['FAIL', 0, 'FAIL'],
  ['fail', 0, 'FAIL'],
  ['FAI', 1, 'FAIL'],
  ['FAILL', 1, 'FAIL'],
  ['FALL', 1, 'FAIL'],
  ['FLIA', 1, null],
  ['FLIA', 2, 'FAIL'],
  ['RUNING', 1, 'RUNNING'],
  ['PUNNING', 1, 'RUNNING'],
  ['DONE', 2, null],
  ['', 3, null],
  ['', 4, 'FAIL'],
])('%j within %d edits means %j', (word, within, meant) => {
  expect(nearest(word, words, within)).toBe(meant);
});

test('of several as close, the first one is meant', () => {
  expect(nearest('id_gtx', ['id_gte', 'id_gt'], 1)).toBe('id_gte');
  expect(nearest('id_gtx', ['id_gt', 'id_gte'], 1)).toBe('id_gt');
});

/** The textbook recurrence, slow and plain, to check the table against. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    distance(a.slice(0, -1), b) + 1,
    distance(a, b.slice(0, -1)) + 1,
    distance(a.slice(0, -1), b.slice(0, -1)) + same,
    swapped ? distance(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity,
  );
}

test('closeness is the number of insertions, deletions, replacements and swaps of neighbours', () => {
  const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 5 });
  fc.assert(
    fc.property(word, word, fc.nat({ max: 4 }), (a, b, within) => {
      expect(nearest(a, [b], within)).toBe(distance(a, b) <= within ? b : null);
    }),
    { numRuns: 500 },
  );
});
