import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type ListQuery } from '../../src/toloka/listSearch.ts';
import { loadPage } from '../../src/toloka/paging/loadPage.ts';
import { createServerTraits } from '../../src/toloka/paging/serverTraits.ts';
import type { Ask } from '../../src/toloka/paging/answers.ts';
import { createModelServer, type Row } from './modelServer.ts';

const at = (second: number) => `2026-11-20T10:00:0${second}`;
const rows: Row[] = [
  { id: 'a', type: 'POOL.OPEN', status: 'RUNNING', submitted: at(3), finished: null },
  { id: 'b', type: 'POOL.OPEN', status: 'FAIL', submitted: at(2), finished: at(4) },
  { id: 'c', type: 'POOL.OPEN', status: 'RUNNING', submitted: at(1), finished: null },
];
const query: ListQuery = { ...DEFAULT_QUERY, statuses: ['RUNNING', 'FAIL'] };

function load(
  fails: (search: string) => boolean,
  options: { query?: ListQuery; concernsAll?: boolean } = {},
) {
  const { ask } = createModelServer(() => rows, { absent: 'largest', idOrder: (id) => id });
  const failing: Ask = (search) => (fails(search) ? Promise.reject(new Error('refused')) : ask(search));
  return loadPage({
    query: options.query ?? query,
    place: null,
    now: 0,
    traits: createServerTraits(),
    ask: failing,
    concernsAll: () => options.concernsAll ?? false,
  });
}

test('one failing stream of several is named, and the others are shown without it', async () => {
  const page = await load((search) => search.includes('status=FAIL'));
  expect(page.items.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(page.missing).toEqual([{ type: null, status: 'FAIL', error: new Error('refused') }]);
});

test('a page of which nothing failed names no missing stream', async () => {
  const page = await load(() => false);
  expect(page.items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(page.missing).toBeUndefined();
});

test('when every stream fails, so does the page', async () => {
  await expect(load(() => true)).rejects.toThrow('refused');
});

test('a failure that concerns all streams fails the page', async () => {
  await expect(load((search) => search.includes('FAIL'), { concernsAll: true })).rejects.toThrow('refused');
});

test('the only stream of a page never goes missing', async () => {
  const one = { ...query, statuses: ['FAIL'] };
  await expect(load((search) => search.includes('FAIL'), { query: one })).rejects.toThrow('refused');
});
