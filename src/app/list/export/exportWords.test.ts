import { expect, test } from 'vitest';
import type { ExportState } from './exportRun.ts';
import { outcomeWords, progressWords } from './exportWords.ts';

const state = (change: Partial<ExportState>): ExportState => ({
  phase: 'running',
  rows: 12_300,
  walked: 12_300,
  startedAt: 1_000_000,
  restedAt: null,
  failure: null,
  wait: null,
  file: null,
  ...change,
});

test('tells rows and rate while it runs, and the rate it had once it rests', () => {
  expect(progressWords(state({}), false, 1_010_000)).toBe('12,300 rows, 1,230 rows/s');
  expect(progressWords(state({ restedAt: 1_020_000 }), false, 9_000_000)).toBe('12,300 rows, 615 rows/s');
  expect(progressWords(state({ rows: 1, walked: 1 }), false, 1_000_010)).toBe('1 row, 1 rows/s');
});

test('where a text is looked for, what was looked through is told apart from what was found', () => {
  expect(progressWords(state({ rows: 2 }), true, 1_010_000)).toBe(
    '2 rows of 12,300 searched, 1,230 searched/s',
  );
});

test('only a complete export is called complete', () => {
  expect(outcomeWords(state({ phase: 'complete' }))).toBe('The export is complete.');
  expect(outcomeWords(state({ phase: 'incomplete' }))).toMatch(/^Incomplete/);
  expect(outcomeWords(state({ phase: 'running' }))).toBe('');
});
