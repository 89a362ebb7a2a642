import { expect, test } from 'vitest';
import { formatSort, parseSort } from '../../../toloka/sort.ts';
import type { SortField, SortKey } from '../../../toloka/filters.ts';
import { ariaSort, toggledSort } from './sorting.ts';

const keys = (text: string) => parseSort(text) as readonly SortKey[];

test.each<[sort: string, field: SortField, said: string]>([
  ['-submitted', 'submitted', 'descending'],
  ['submitted', 'submitted', 'ascending'],
  ['-submitted', 'finished', 'none'],
  ['-finished,submitted', 'finished', 'descending'],
  ['-finished,submitted', 'submitted', 'none'],
  ['id', 'submitted', 'none'],
])('sorted by %s, the column %s is %s', (sort, field, said) => {
  expect(ariaSort(keys(sort), field)).toBe(said);
});

test.each<[sort: string, field: SortField, after: string]>([
  ['-submitted', 'submitted', 'submitted'],
  ['submitted', 'submitted', '-submitted'],
  ['-submitted', 'finished', '-finished'],
  ['-finished,id', 'finished', 'finished,id'],
  ['-finished,submitted', 'submitted', '-submitted'],
])('sorted by %s, a click on %s sorts by %s', (sort, field, after) => {
  expect(formatSort(toggledSort(keys(sort), field))).toBe(after);
});
