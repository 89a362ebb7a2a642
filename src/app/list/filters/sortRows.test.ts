import { describe, expect, test } from 'vitest';
import type { SortKey } from '../../../toloka/filters.ts';
import { formatSort, parseSort } from '../../../toloka/sort.ts';
import { changeSortRow, sortRows } from './sortRows.ts';
import { sortWords } from './sortWords.ts';

function keys(text: string): readonly SortKey[] {
  const parsed = parseSort(text);
  if ('reason' in parsed) throw new Error(parsed.reason);
  return parsed;
}
const change = (from: string, index: number, value: string) =>
  formatSort(changeSortRow(keys(from), index, value));

describe('a sort in words', () => {
  test('names each key and its direction', () => {
    expect(sortWords(keys('-submitted'))).toBe('Submitted, newest first');
    expect(sortWords(keys('finished,-id'))).toBe('Finished, oldest first, then ID, descending');
  });
});

describe('the selects of a sort', () => {
  test('are one a key and one that adds another', () => {
    const [first, second, ...more] = sortRows(keys('-submitted'));
    expect(more).toEqual([]);
    expect(first?.value).toBe('-submitted');
    expect(first?.options.map((option) => option.value)).toEqual([
      '-submitted',
      'submitted',
      '-finished',
      'finished',
      '-id',
      'id',
    ]);
    expect(first?.options[0]?.words).toBe('Submitted, newest first');
    expect(second?.value).toBe('');
    expect(second?.options.map((option) => option.value)).toEqual(['-finished', 'finished', '-id', 'id']);
  });

  test('offer a field that is used above no second time', () => {
    const rows = sortRows(keys('-submitted,finished'));
    expect(rows.map((row) => row.value)).toEqual(['-submitted', 'finished', '']);
    expect(rows[2]?.options.map((option) => option.value)).toEqual(['-id', 'id']);
  });

  test('end with the ID, behind which no key decides', () => {
    expect(sortRows(keys('id')).map((row) => row.value)).toEqual(['id']);
    expect(sortRows(keys('id,-submitted')).map((row) => row.value)).toEqual(['id', '-submitted']);
  });
});

describe('changing a select', () => {
  test('replaces, adds and takes away a key', () => {
    expect(change('-submitted', 0, 'submitted')).toBe('submitted');
    expect(change('-submitted', 1, 'id')).toBe('-submitted,id');
    expect(change('-submitted,finished,id', 1, '')).toBe('-submitted,id');
  });

  test('moves up a field that sorted further down', () => {
    expect(change('-submitted,finished', 0, '-finished')).toBe('-finished');
  });
});
