import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSort } from '../../src/toloka/sort.ts';
import { createServerTraits } from '../../src/toloka/paging/serverTraits.ts';
import { findPlacements } from '../../src/toloka/paging/placement.ts';
import { manners, query, rows, RUNS } from './generated.ts';
import { createModelServer, type Manners, type Row } from './modelServer.ts';
import { walkPages } from './walkPages.ts';

const byText: Manners = { absent: 'largest', idOrder: (id) => id };

/** Operations a second apart, newest last. */
function apart(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => row(index, new Date(1_760_000_000_000 + index * 1000)));
}

function row(index: number, at: Date): Row {
  const id = `op-${String(index).padStart(4, '0')}`;
  const submitted = at.toISOString().slice(0, 23);
  return { id, type: 'POOL.OPEN', status: 'SUCCESS', submitted, finished: submitted };
}

test('a page costs one request, the first one exactly what the user asked for', async () => {
  const { ask, asked } = createModelServer(() => apart(230), byText);
  const { pages, ids } = await walkPages({ ask, query: { limit: 50 } });
  expect(pages).toHaveLength(5);
  expect(ids).toHaveLength(230);
  expect(asked).toEqual([
    'sort=-submitted,-id&limit=50',
    'submitted_lte=2025-10-09T08:56:20.000&sort=-submitted,-id&limit=55',
    'submitted_lte=2025-10-09T08:55:30.000&sort=-submitted,-id&limit=55',
    'submitted_lte=2025-10-09T08:54:40.000&sort=-submitted,-id&limit=55',
    'submitted_lte=2025-10-09T08:53:50.000&sort=-submitted,-id&limit=55',
  ]);
});

test('700 operations of one instant, 50 a page: each once, forward and backward, at most 3 requests a page', async () => {
  const block = Array.from({ length: 700 }, (_, index) => row(index + 1000, new Date(1_760_000_500_000)));
  const { ask, calls } = createModelServer(() => [...apart(20), ...block], byText);
  const forward = await walkPages({ ask, query: { limit: 50 } });
  expect(new Set(forward.ids).size).toBe(720);
  expect(forward.ids).toHaveLength(720);
  expect(calls()).toBeLessThanOrEqual(3 * forward.pages.length);

  const end = forward.pages.at(-1)?.previous;
  if (!end) throw new Error('the last page names no page before it');
  const place = { side: 'before', boundary: end } as const;
  const backward = await walkPages({ ask, query: { limit: 50 }, side: 'before', place });
  expect([...backward.ids, ...forward.ids.slice(backward.ids.length)]).toEqual(forward.ids);
});

test.each(['-submitted', 'submitted', '-finished', 'finished', 'id', 'finished,-submitted,id'])(
  'a block of ties larger than the largest page is walked exactly, forward and backward, sorted by %s',
  async (order) => {
    const block = Array.from({ length: 700 }, (_, index) => row(index + 1000, new Date(1_760_000_500_000)));
    const unfinished = block.map((each, index) => (index % 7 === 0 ? { ...each, finished: null } : each));
    const { ask } = createModelServer(() => [...apart(20), ...unfinished], byText);
    const sort = parseSort(order);
    if ('reason' in sort) throw new Error(sort.reason);
    const forward = await walkPages({ ask, query: { limit: 300, sort } });
    expect(new Set(forward.ids).size).toBe(720);
    expect(forward.ids).toHaveLength(720);
    const end = forward.pages.at(-1)?.previous;
    if (!end) throw new Error('the last page names no page before it');
    const place = { side: 'before', boundary: end } as const;
    const backward = await walkPages({ ask, query: { limit: 300, sort }, side: 'before', place });
    expect([...backward.ids, ...forward.ids.slice(backward.ids.length)]).toEqual(forward.ids);
  },
);

test('what the bounds leave no room for is not asked: a block of ties alone is walked in full pages', async () => {
  const block = Array.from({ length: 230 }, (_, index) => row(index + 1000, new Date(1_760_000_500_000)));
  const unfinished = block.map((each, index) => (index < 70 ? { ...each, finished: null } : each));
  const { ask } = createModelServer(() => unfinished, byText);
  const at = '2025-10-09T09:01:40.000';
  const bounds = { submitted_gte: at, submitted_lte: at };
  const sort = [{ field: 'finished', direction: 'desc' } as const];
  const { pages } = await walkPages({ ask, query: { limit: 50, bounds, sort } });
  expect(pages.map((page) => page.items.length)).toEqual([50, 50, 50, 50, 30]);
});

test('a page of one stream costs at most three requests, up to two more where those find no row', async () => {
  await fc.assert(
    fc.asyncProperty(rows, query, manners, async (data, wanted, server) => {
      // Rows that have to be picked out of others, on a server that puts the absent last both ways, cost a search.
      fc.pre(server.absent !== 'last');
      const { ask, calls } = createModelServer(() => data, server);
      const traits = createServerTraits();
      await findPlacements(ask, traits, 0);
      // Nothing can be found out, and kept, where only rows of one kind exist.
      fc.pre(traits.absentFinished.asc !== undefined);
      const one = { ...wanted, types: wanted.types.slice(0, 1), statuses: wanted.statuses.slice(0, 1) };
      const costs: number[] = [];
      let before = calls();
      const count = () => {
        costs.push(calls() - before);
        before = calls();
      };
      await walkPages({ ask, query: one, traits: () => traits, between: count });
      count();
      // From the last row of a block of ties: a wide question, the ties, the rest of the first key with a finish time, the rest
      // without one, and what lies beyond. It goes on while there is no row, so that no page is empty.
      expect(Math.max(...costs)).toBeLessThanOrEqual(5);
      // Pages of ten and more: a block of ties has to be larger than such an answer, and end where the page does.
      if (wanted.limit >= 10) expect(Math.max(...costs)).toBeLessThanOrEqual(3);
    }),
    { numRuns: RUNS },
  );
});
