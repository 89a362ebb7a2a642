import { expect, test } from 'vitest';
import { andList } from './lists.ts';

test('names are listed as a sentence lists them', () => {
  expect(andList([])).toBe('');
  expect(andList(['Failed'])).toBe('Failed');
  expect(andList(['Running', 'Pending'])).toBe('Running and Pending');
  expect(andList(['A', 'B', 'C', 'D'])).toBe('A, B, C and D');
});
