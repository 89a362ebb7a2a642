import { expect, test } from 'vitest';
import { decodeOperation, type Operation } from '../../../toloka/operation.ts';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import type { FindState } from './findRun.ts';
import { findWords, restWords } from './findWords.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const operation: Operation = decodeOperation({
  id: 'op-1',
  submitted: '2026-11-12T07:50:00.123',
  finished: '2026-11-12T08:00:00',
});
const state = (change: Partial<FindState>): FindState => ({
  phase: 'searching',
  found: [operation, operation],
  searched: 1200,
  legFrom: 0,
  last: operation,
  readAt: NOW,
  failure: null,
  wait: null,
  ...change,
});
const words = (change: Partial<FindState>, query = '') =>
  findWords(state(change), parseListSearch(query).query, 'utc', NOW);

test('says how many were searched, how far back, and how many were found', () => {
  expect(words({})).toBe('Searched 1,200, back to 12 Nov 07:50, 2 found');
});

test.each([
  ['sort=submitted', 'Searched 1,200, up to 12 Nov 07:50, 2 found'],
  ['sort=-finished', 'Searched 1,200, back to 12 Nov 08:00, 2 found'],
  ['sort=id', 'Searched 1,200, 2 found'],
])('in the order %s it says “%s”', (query, text) => {
  expect(words({}, query)).toBe(text);
});

test('an operation without the time of the order tells no time', () => {
  const unfinished = decodeOperation({ id: 'op-2', submitted: '2026-11-12T07:50:00' });
  expect(words({ last: unfinished }, 'sort=-finished')).toBe('Searched 1,200, 2 found');
});

test('says “all” only when all was searched', () => {
  expect(words({ phase: 'ended', searched: 5012 })).toBe('Searched all 5,012, 2 found');
  for (const phase of ['searching', 'left', 'stopped', 'leg', 'full', 'failed'] as const) {
    expect(words({ phase })).not.toContain('all');
  }
});

test('before the first page it says what it does', () => {
  expect(words({ searched: 0, found: [], last: null })).toBe('Searching…');
  expect(words({ phase: 'failed', searched: 0, found: [], last: null })).toBe('Nothing searched yet');
  expect(words({ phase: 'ended', searched: 0, found: [], last: null })).toBe('Searched all 0, 0 found');
});

test('too many results are not counted as if they were all', () => {
  expect(words({ phase: 'full' })).toBe('Searched 1,200, back to 12 Nov 07:50, more than 300 found');
});

test('at rest it says what is left open', () => {
  expect(restWords(state({ phase: 'stopped' }))).toBe('Stopped. What was not searched may hold more.');
  expect(restWords(state({ phase: 'leg' }))).toBe('Not all is searched yet; the rest may hold more.');
  expect(restWords(state({ phase: 'full' }))).toBe(
    'The first 300 are shown. Narrow the text or the filters to see the others.',
  );
  expect(restWords(state({ phase: 'ended' }))).toBeNull();
});
