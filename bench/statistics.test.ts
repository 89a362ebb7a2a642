import { expect, test } from 'vitest';
import { formatSummary, formatTable, summarise } from './statistics.ts';

test('the middle of an even number of measurements lies between two of them', () => {
  expect(summarise([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4 });
  expect(summarise([9, 1, 5])).toEqual({ median: 5, least: 1, most: 9 });
});

test('nothing measured is an error', () => {
  expect(() => summarise([])).toThrow('nothing was measured');
});

test('a spread is shown only where there is one', () => {
  expect(formatSummary(summarise([1, 1, 1]))).toBe('1');
  expect(formatSummary(summarise([1.25, 2, 3]))).toBe('2 (1.3–3)');
});

test('columns line up', () => {
  expect(
    formatTable([
      ['what', 'ms'],
      ['page of 50', '7'],
      ['x', '12.5'],
    ]),
  ).toBe('what           ms\n──────────   ────\npage of 50      7\nx            12.5');
});
