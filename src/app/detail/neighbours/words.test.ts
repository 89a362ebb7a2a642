import { expect, test } from 'vitest';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import { decodeOperation } from '../../../toloka/operation.ts';
import { amongFound, listOf } from './list.ts';
import { hintWords, listWords } from './neighbourWords.ts';

test('the list is the one that one came from; without it, or where its address had faults, all operations', () => {
  expect(listOf({ listSearch: 'status=FAIL&limit=20' })).toMatchObject({
    listed: true,
    search: { query: { statuses: ['FAIL'], limit: 20 } },
  });
  for (const state of [null, { listSearch: 'status=FIAL' }]) {
    expect(listOf(state)).toMatchObject({ listed: false, search: { query: { statuses: [] }, place: null } });
  }
});

test.each([
  ['', 'all operations, newest first'],
  ['limit=20&after=2026-03-20T10:00:00,a', 'all operations, newest first'],
  ['status=FAIL', 'the list you came from'],
  ['sort=submitted', 'the list you came from'],
  ['find=x', 'what the search found'],
])('a view “%s” is told as %s', (view, words) => {
  expect(listWords(parseListSearch(view))).toBe(words);
});

test('a link says where it leads, as far as that is known', () => {
  const search = parseListSearch('status=FAIL');
  const operation = decodeOperation({ id: 'x-1', type: 'POOL.OPEN', status: 'FAIL' });
  expect(hintWords('after', search, { id: 'x-1', operation })).toBe(
    'Next in the list you came from: Opening a pool, Failed, x-1',
  );
  expect(hintWords('before', search, { id: 'x-1', operation: null })).toBe(
    'Previous in the list you came from: x-1',
  );
  expect(hintWords('before', search, undefined)).toBe('Previous in the list you came from');
  expect(hintWords('after', search, null)).toBe('This is the last one in the list you came from');
});

test('among what a search found, only its own rows are neighbours', () => {
  const state = { listSearch: 'find=x', among: ['a', 'b', 'c'] };
  expect([amongFound(state, 'b', 'before'), amongFound(state, 'b', 'after')]).toEqual(['a', 'c']);
  expect([
    amongFound(state, 'a', 'before'),
    amongFound(state, 'c', 'after'),
    amongFound(state, 'z', 'after'),
  ]).toEqual([null, null, null]);
  expect(amongFound({ listSearch: 'find=x' }, 'a', 'after')).toBeNull();
});
