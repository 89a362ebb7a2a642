import { createServerTraits } from '../../src/toloka/paging/serverTraits.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_QUERY } from '../../src/toloka/listSearch.ts';
import { loadPage } from '../../src/toloka/paging/loadPage.ts';
import type { PageReading } from '../../src/toloka/paging/page.ts';
import { boundaryOf } from '../../src/toloka/place.ts';
import { totalOrder } from '../../src/toloka/sort.ts';
import { manners, query, rows, RUNS } from './generated.ts';
import { createModelServer, type Row } from './modelServer.ts';
import { tiesSorted } from './reference.ts';
import { walkPages } from './walkPages.ts';

function apart(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const submitted = `2026-11-20T10:${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
    return {
      id: `op-${String(index).padStart(3, '0')}`,
      type: 'POOL.OPEN',
      status: index % 2 === 0 ? 'SUCCESS' : 'FAIL',
      submitted,
      finished: submitted,
    };
  });
}

const stretchOf = ({ side, beyond, items }: PageReading) =>
  side === 'before' ? [...beyond, ...items] : [...items, ...beyond];

const read = (count: number, limit: number, headroom: number, statuses: readonly string[] = []) => {
  const server = createModelServer(() => apart(count), { absent: 'largest', idOrder: (id) => id });
  const request = { place: null, now: 0, traits: createServerTraits() };
  const wanted = { ...DEFAULT_QUERY, limit, statuses };
  return { server, page: loadPage({ ...request, query: wanted, ask: server.ask, headroom }) };
};

test('a page with headroom costs the page’s own request, made larger, and reads on behind its end', async () => {
  const { server, page } = read(100, 10, 5);
  const { items, next, beyond, reach, side } = await page;
  expect(server.asked).toEqual(['sort=-submitted,-id&limit=15']);
  expect(items.map(({ id }) => id).slice(8)).toEqual(['op-091', 'op-090']);
  expect(next?.id).toBe('op-090');
  expect(beyond.map(({ id }) => id)).toEqual(['op-089', 'op-088', 'op-087', 'op-086', 'op-085']);
  expect(reach?.id).toBe('op-085');
  expect(side).toBe('after');
});

test('where the list ends within the headroom, nothing lies beyond', async () => {
  const { beyond, reach, next } = await read(12, 10, 5).page;
  expect(beyond.map(({ id }) => id)).toEqual(['op-001', 'op-000']);
  expect(reach).toBeNull();
  expect(next?.id).toBe('op-002');
});

test('a refresh of several streams costs one request each', async () => {
  const { server, page } = read(100, 10, 5, ['SUCCESS', 'FAIL']);
  expect((await page).beyond).toHaveLength(5);
  expect(server.asked).toEqual([
    'status=SUCCESS&sort=-submitted,-id&limit=15',
    'status=FAIL&sort=-submitted,-id&limit=15',
  ]);
});

test('the largest page has no headroom, for no request may ask for more than 300', async () => {
  const { server, page } = read(400, 300, 30);
  const { items, beyond } = await page;
  expect([items.length, beyond.length]).toEqual([300, 0]);
  expect(server.asked).toEqual(['sort=-submitted,-id&limit=300']);
});

test('headroom changes nothing about a page, and what it brings follows the page without a gap', async () => {
  const side = fc.constantFrom('after' as const, 'before' as const);
  await fc.assert(
    fc.asyncProperty(
      rows,
      query,
      manners,
      fc.integer({ min: 1, max: 9 }),
      side,
      async (all, wanted, server, headroom, way) => {
        const data = all;
        const { ask } = createModelServer(() => data, server);
        const traits = createServerTraits();
        const { pages, ids } = await walkPages({ ask, query: wanted, traits: () => traits });
        const middle = pages[Math.floor(pages.length / 2)];
        const boundary = way === 'after' ? middle?.next : middle?.previous;
        const place = boundary ? { side: way, boundary } : null;
        const request = { query: wanted, place, now: 0, traits, ask };
        const plain = await loadPage(request);
        const roomy = await loadPage({ ...request, headroom });

        expect(plain.beyond).toEqual([]);
        const sorted = (items: typeof plain.items) =>
          tiesSorted(
            items.map(({ id }) => id),
            data,
            wanted,
          );
        // A page that came short for its cost may come fuller with larger requests.
        const short = plain.items.length < wanted.limit && plain.reach !== null;
        if (!short) {
          expect(sorted(roomy.items)).toEqual(sorted(plain.items));
          const [near, far] =
            place?.side === 'before' ? (['next', 'previous'] as const) : (['previous', 'next'] as const);
          expect(roomy[near]).toEqual(plain[near]);
          // A larger request may see that nothing follows where a smaller one has to leave it open.
          if (roomy[far] !== null || plain[far] === null) expect(roomy[far]).toEqual(plain[far]);
          else expect(stretchOf(roomy).map(({ id }) => id)).toContain(ids.at(far === 'next' ? -1 : 0));
        }
        const up = roomy.side === 'before';
        const stretch = stretchOf(roomy);
        const seen = new Set(stretch.map(({ id }) => id));
        const marks = tiesSorted(ids, data, wanted);
        const inList = marks.filter((id) => seen.has(id));
        expect(inList).toHaveLength(stretch.length);
        const whole = ids.slice(
          Math.min(...stretch.map(({ id }) => ids.indexOf(id))),
          Math.max(...stretch.map(({ id }) => ids.indexOf(id))) + 1,
        );
        const streams = wanted.types.length > 1 || wanted.statuses.length > 1;
        // Ties of different streams may stand otherwise; of one stream the stretch is the list's own, row by row.
        if (!streams && stretch.length > 0) expect(stretch.map(({ id }) => id)).toEqual(whole);
        const end = up ? stretch[0] : stretch.at(-1);
        if (roomy.reach && end && !short) {
          const { keys } = totalOrder(wanted.sort);
          expect(roomy.reach.values).toEqual(boundaryOf(end, { keys, id: 'asc' }).values);
        }
        if (!roomy.reach && !place) expect(stretch).toHaveLength(ids.length);
      },
    ),
    { numRuns: RUNS },
  );
});
