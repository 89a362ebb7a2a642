import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type ListQuery } from '../../src/toloka/listSearch.ts';
import { decodeOperation } from '../../src/toloka/operation.ts';
import { loadPage } from '../../src/toloka/paging/loadPage.ts';
import type { PageReading } from '../../src/toloka/paging/page.ts';
import { findNeighbour, neighbourOnPage } from '../../src/toloka/paging/neighbour.ts';
import { createServerTraits } from '../../src/toloka/paging/serverTraits.ts';
import type { Place } from '../../src/toloka/place.ts';
import { parseSort, totalOrder } from '../../src/toloka/sort.ts';
import { manners, query, rows, RUNS } from './generated.ts';
import { createModelServer, type Manners, type Row } from './modelServer.ts';
import { isSearched, tiesSorted } from './reference.ts';

/** Reads pages as the app does: each one once, kept by its place. */
function reader(list: ListQuery, ask: ReturnType<typeof createModelServer>['ask']) {
  const traits = createServerTraits();
  return (place: Place | null): Promise<PageReading> => loadPage({ query: list, place, now: 0, traits, ask });
}

/** Steps from an operation to the end of the list, as the app does: on the page that each step has led to. */
async function steps(
  list: ListQuery,
  read: (place: Place | null) => Promise<PageReading>,
  start: { readonly page: PageReading | null; readonly id: string; readonly all: readonly Row[] },
  side: Place['side'],
): Promise<string[]> {
  const row = start.all.find(({ id }) => id === start.id);
  let operation = decodeOperation(row);
  let { page } = start;
  const seen: string[] = [];
  for (;;) {
    let last: PageReading | null = page;
    const found = await findNeighbour({
      operation,
      side,
      order: totalOrder(list.sort),
      page,
      read: async (place) => (last = await read(place)),
    });
    if (!found) return seen;
    if (seen.length > 200) throw new Error('the steps do not end');
    seen.push(found.operation.id);
    operation = found.operation;
    page = found.place ? last : page;
  }
}

test('steps from any operation of any list visit the rest of it in its order, in both directions', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      query,
      manners,
      fc.nat(),
      fc.boolean(),
      async (all, list, server, pick, onPage) => {
        // Where rows are picked out of others, how far a search goes before it gives up is `loadPage`'s to decide.
        fc.pre(!isSearched(list, server));
        const { ask } = createModelServer(() => all, server);
        const read = reader(list, ask);
        const pages = await pagesOf(read);
        const order = pages.flatMap(({ items }) => items.map((item) => item.id));
        fc.pre(order.length > 0);
        const at = pick % order.length;
        const id = order[at] ?? '';
        // Several streams order what ties on all times page by page, so only a page knows the place of such a row.
        const streams = Math.max(1, list.types.length) * Math.max(1, list.statuses.length);
        const known = onPage || streams > 1;
        const page = (known && pages.find(({ items }) => items.some((item) => item.id === id))) || null;
        const sorted = (ids: readonly string[]) => tiesSorted(ids, all, list);
        const behind = await steps(list, read, { page, id, all }, 'after');
        expect(sorted(behind)).toEqual(sorted(order.slice(at + 1)));
        const before = await steps(list, read, { page, id, all }, 'before');
        expect(sorted(before.toReversed())).toEqual(sorted(order.slice(0, at)));
      },
    ),
    { numRuns: RUNS },
  );
});

async function pagesOf(read: (place: Place | null) => Promise<PageReading>): Promise<PageReading[]> {
  const pages = [await read(null)];
  for (;;) {
    const boundary = pages.at(-1)?.next;
    if (!boundary) return pages;
    pages.push(await read({ side: 'after', boundary }));
  }
}

const SERVER: Manners = { absent: 'last', idOrder: (id) => id };
const make = (id: string, finished: string | null): Row => ({
  id,
  type: 'POOL.OPEN',
  status: finished === null ? 'RUNNING' : 'SUCCESS',
  submitted: '2026-11-20T10:00:00',
  finished: finished === null ? null : `2026-11-20T10:00:${finished}`,
});
const sortBy = (text: string, limit = 2): ListQuery => {
  const sort = parseSort(text);
  if (!Array.isArray(sort)) throw new Error('no sort');
  return { ...DEFAULT_QUERY, sort, limit };
};

test('an operation that ends while it is looked at keeps its neighbours, and leads back to none of those before', async () => {
  const all = [make('a', '05'), make('b', '04'), make('c', null), make('d', null)];
  const list = sortBy('-finished', 3);
  const { ask } = createModelServer(() => all, SERVER);
  const page = await reader(list, ask)(null);
  const ids = page.items.map(({ id }) => id);
  expect(ids).toHaveLength(3);
  const running = ids[2] ?? '';
  all.splice(0, 4, ...all.map((row) => (row.id === running ? make(running, '09') : row)));
  const ended = {
    ...page,
    items: page.items.map((item) => (item.id === running ? decodeOperation(make(running, '09')) : item)),
  };
  const seen = await steps(list, reader(list, ask), { page: ended, id: running, all }, 'after');
  expect(seen).toEqual(['c', 'd'].filter((id) => id !== running));
});

test('the next one is never the operation itself, wherever it has moved', async () => {
  const all = [make('a', null), make('b', null)];
  const list = sortBy('finished', 1);
  const firstServer: Manners = { absent: 'first', idOrder: (id) => id };
  const { ask } = createModelServer(() => all, firstServer);
  const page = await reader(list, ask)(null);
  all[0] = make('a', '01');
  all[1] = make('b', '02');
  const id = page.items[0]?.id ?? '';
  const seen = await steps(list, reader(list, ask), { page, id, all }, 'after');
  expect(seen[0]).not.toBe(id);
});

test('rows that were read beyond the page count, and say on which page they stand', async () => {
  const all = [make('a', '05'), make('b', '04'), make('c', '03'), make('d', '02')];
  const { ask } = createModelServer(() => all, SERVER);
  const list = sortBy('-finished', 2);
  const page = await loadPage({
    query: list,
    place: null,
    now: 0,
    traits: createServerTraits(),
    ask,
    headroom: 1,
  });
  expect([page.items.length, page.beyond.length]).toEqual([2, 1]);
  expect(neighbourOnPage(page, 'a', 'after')).toMatchObject({ operation: { id: 'b' }, place: null });
  expect(neighbourOnPage(page, 'b', 'after')).toMatchObject({
    operation: { id: 'c' },
    place: { side: 'after', boundary: { id: 'b' } },
  });
  expect(neighbourOnPage(page, 'c', 'before')).toMatchObject({ operation: { id: 'b' }, place: null });
  expect(neighbourOnPage(page, 'c', 'after')).toMatchObject({ kind: 'beyond', from: { id: 'c' } });
  expect(neighbourOnPage(page, 'a', 'before')).toEqual({ kind: 'end' });
  expect(neighbourOnPage(page, 'd', 'before')).toEqual({ kind: 'absent' });
});

test('a list of which a part could not be read names no neighbour', async () => {
  const all = [make('a', '05'), { ...make('b', '04'), status: 'FAIL' }];
  const { ask } = createModelServer(() => all, SERVER);
  const list = { ...sortBy('-finished', 2), statuses: ['SUCCESS', 'FAIL'] };
  const broken = (search: string) =>
    search.includes('status=FAIL') ? Promise.reject(new Error('down')) : ask(search);
  const step = findNeighbour({
    operation: decodeOperation(all[0]),
    side: 'after',
    order: totalOrder(list.sort),
    page: null,
    read: (place) => loadPage({ query: list, place, now: 0, traits: createServerTraits(), ask: broken }),
  });
  await expect(step).rejects.toThrow('down');
});
