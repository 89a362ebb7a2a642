import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type ListQuery } from '../../../toloka/listSearch.ts';
import { decodeOperation } from '../../../toloka/operation.ts';
import { adopt } from './adopt.ts';
import { refresh } from './frozenRows.ts';
import { newsSentence, newsWords } from './newsWords.ts';
import type { News } from './screen.ts';

const OLDEST: ListQuery = { ...DEFAULT_QUERY, sort: [{ field: 'submitted', direction: 'asc' }] };
const LAST_FINISHED: ListQuery = { ...DEFAULT_QUERY, sort: [{ field: 'finished', direction: 'desc' }] };

test.each<[News, ListQuery, short: string, long: string]>([
  [{ ahead: 3, atLeast: false, among: 0 }, DEFAULT_QUERY, '3 newer', '3 newer operations'],
  [{ ahead: 1, atLeast: false, among: 0 }, DEFAULT_QUERY, '1 newer', '1 newer operation'],
  [{ ahead: 80, atLeast: true, among: 0 }, DEFAULT_QUERY, '80+ newer', '80+ newer operations'],
  [{ ahead: 0, atLeast: false, among: 2 }, DEFAULT_QUERY, '2 more here', '2 more operations here'],
  [
    { ahead: 3, atLeast: false, among: 2 },
    DEFAULT_QUERY,
    '3 newer and 2 more here',
    '3 newer operations and 2 more operations here',
  ],
  [{ ahead: 1, atLeast: false, among: 0 }, OLDEST, '1 more above', '1 more operation above'],
  [{ ahead: 2, atLeast: false, among: 0 }, LAST_FINISHED, '2 more above', '2 more operations above'],
  [{ ahead: 0, atLeast: false, among: 0 }, DEFAULT_QUERY, '', ''],
])('%o is told truly in every order', (news, query, short, long) => {
  expect(newsWords(news, query)).toBe(short);
  expect(newsWords(news, query, true)).toBe(long);
});

const page = (...rows: (readonly [id: string, status: string])[]) => ({
  items: rows.map(([id, status], index) =>
    decodeOperation({ id, type: 'POOL.OPEN', status, submitted: `2026-11-20T10:00:0${9 - index}` }),
  ),
  next: null,
  previous: null,
  side: 'after' as const,
  beyond: [],
  reach: null,
});
const START = adopt(null, page(['a', 'RUNNING'], ['b', 'RUNNING'], ['c', 'PENDING']));
const after = (reading: ReturnType<typeof page>, query = DEFAULT_QUERY) =>
  newsSentence(
    START,
    refresh(START, reading, { query, absentFirst: null, elsewhere: () => null }),
    DEFAULT_QUERY,
  );

test('ends of operations are told with what they ended as, several in one sentence', () => {
  expect(after(page(['a', 'FAIL'], ['b', 'RUNNING'], ['c', 'PENDING']))).toBe('1 operation finished: Failed');
  expect(after(page(['a', 'SUCCESS'], ['b', 'FAIL'], ['c', 'RUNNING']))).toBe(
    '2 operations finished: 1 Succeeded, 1 Failed. 1 operation changed: Running',
  );
});

test('rows that leave the list and rows that are added are told too', () => {
  const running = { ...DEFAULT_QUERY, statuses: ['RUNNING', 'PENDING'] };
  expect(after(page(['b', 'RUNNING'], ['c', 'PENDING']), running)).toBe('1 operation left the list');
  expect(newsSentence(START, adopt(START, page(['d', 'RUNNING'], ['a', 'RUNNING'])), DEFAULT_QUERY)).toBe(
    '1 operation added',
  );
});

test('an answer without news says nothing', () => {
  expect(after(page(['a', 'RUNNING'], ['b', 'RUNNING'], ['c', 'PENDING']))).toBe('');
});
