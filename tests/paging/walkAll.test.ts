import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListQuery } from '../../src/toloka/listSearch.ts';
import { DEFAULT_QUERY } from '../../src/toloka/listSearch.ts';
import type { Ask } from '../../src/toloka/paging/answers.ts';
import { createServerTraits } from '../../src/toloka/paging/serverTraits.ts';
import { walkAll, WALK_START, type WalkPosition, type WalkRequest } from '../../src/toloka/paging/walkAll.ts';
import { manners, query, rows, RUNS } from './generated.ts';
import { createModelServer, type Manners, type Row } from './modelServer.ts';
import { expected, tiesSorted } from './reference.ts';
import { walkPages } from './walkPages.ts';

const byText: Manners = { absent: 'largest', idOrder: (id) => id };

/** A clock that stands still but for pauses, and so shows each of them. */
function fakePacer() {
  let time = 0;
  const pauses: number[] = [];
  const pause = (ms: number) => {
    pauses.push(ms);
    time += ms;
    return Promise.resolve();
  };
  return { now: () => time, pause, pauses };
}

function request(ask: Ask, options: Partial<WalkRequest> = {}): WalkRequest {
  return {
    query: DEFAULT_QUERY,
    from: WALK_START,
    now: 0,
    traits: createServerTraits(),
    ask,
    signal: new AbortController().signal,
    pacer: fakePacer(),
    retryIn: () => null,
    ...options,
  };
}

/** Walks until `steps` pages have come or the walk ends. */
async function collect(
  walk: WalkRequest,
  steps = Infinity,
): Promise<{ ids: string[]; position: WalkPosition | null }> {
  const ids: string[] = [];
  let position: WalkPosition | null = walk.from;
  let count = 0;
  for await (const step of walkAll(walk)) {
    ids.push(...step.items.map((item) => item.id));
    position = step.position;
    if (++count >= steps) break;
  }
  return { ids, position };
}

function apart(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const submitted = new Date(1_760_000_000_000 + index * 1000).toISOString().slice(0, 23);
    return { id: `op-${index}`, type: 'POOL.OPEN', status: 'SUCCESS', submitted, finished: submitted };
  });
}

test('a walk gives each matching operation once, in the order of the pages, whatever the pages’ size', async () => {
  await fc.assert(
    fc.asyncProperty(rows, query, manners, async (all, wanted, server) => {
      const data = all;
      const { ask } = createModelServer(() => data, server);
      const traits = createServerTraits();
      const { ids } = await collect(request(ask, { query: wanted, traits, pageSize: wanted.limit }));
      expect(ids.toSorted()).toEqual(expected(data, wanted, server));
      const pages = await walkPages({ ask, query: { ...wanted, limit: 300 }, traits: () => traits });
      expect(tiesSorted(ids, all, wanted)).toEqual(tiesSorted(pages.ids, all, wanted));
    }),
    { numRuns: RUNS },
  );
});

test('a walk that is stopped and goes on, again and again, neither loses nor doubles an operation', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      query,
      manners,
      fc.infiniteStream(fc.integer({ min: 1, max: 3 })),
      async (all, wanted, server, legs) => {
        const data = all;
        const { ask } = createModelServer(() => data, server);
        const traits = createServerTraits();
        const ids: string[] = [];
        let position: WalkPosition | null = WALK_START;
        while (position) {
          const { value: steps } = legs.next();
          const walk = request(ask, { query: wanted, traits, from: position, pageSize: wanted.limit });
          const leg = await collect(walk, steps);
          ids.push(...leg.ids);
          position = leg.position;
        }
        expect(ids.toSorted()).toEqual(expected(data, wanted, server));
      },
    ),
    { numRuns: RUNS },
  );
});

test('operations that finish under a walk are given once, though their place in the list moves', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      query,
      manners,
      fc.array(fc.nat(59), { maxLength: 12 }),
      async (all, wanted, server, ending) => {
        let data = all;
        const { ask } = createModelServer(() => data, server);
        const traits = createServerTraits();
        const ids: string[] = [];
        const walk = request(ask, { query: wanted, traits, pageSize: wanted.limit });
        for await (const step of walkAll(walk)) {
          ids.push(...step.items.map((item) => item.id));
          const ended = ending.shift();
          data = data.map((row, index) =>
            index === ended && row.status === 'RUNNING'
              ? { ...row, status: 'SUCCESS', finished: '2026-11-20T10:00:06' }
              : row,
          );
        }
        expect(ids).toHaveLength(new Set(ids).size);
      },
    ),
    { numRuns: RUNS },
  );
});

test('a page of a walk is one request of 300 rows', async () => {
  const { ask, asked } = createModelServer(() => apart(700), byText);
  const { ids } = await collect(request(ask));
  expect(ids).toHaveLength(700);
  expect(asked).toEqual([
    'sort=-submitted,-id&limit=295',
    'submitted_lte=2025-10-09T09:00:05.000&sort=-submitted,-id&limit=300',
    'submitted_lte=2025-10-09T08:55:10.000&sort=-submitted,-id&limit=300',
  ]);
});

test('requests go out one at a time and no more than four a second, also for several streams', async () => {
  const server = createModelServer(() => apart(40), byText);
  const pacer = fakePacer();
  let under = 0;
  let most = 0;
  const times: number[] = [];
  const ask: Ask = async (search) => {
    times.push(pacer.now());
    most = Math.max(most, ++under);
    await Promise.resolve();
    under--;
    return server.ask(search);
  };
  const several: ListQuery = { ...DEFAULT_QUERY, types: ['POOL.OPEN', 'POOL.CLOSE', 'ANALYTICS'] };
  await collect(request(ask, { query: several, pacer, pageSize: 20 }));
  expect(times.length).toBeGreaterThan(5);
  expect(most).toBe(1);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(Math.min(...gaps)).toBe(250);
});

test('a relative bound means the same on every page', async () => {
  const { ask, asked } = createModelServer(() => apart(60), byText);
  const now = 1_760_000_100_000;
  await collect(
    request(ask, { query: { ...DEFAULT_QUERY, bounds: { submitted_gte: 'now-24h' } }, now, pageSize: 20 }),
  );
  expect(asked).toHaveLength(3);
  for (const search of asked) expect(search).toContain('submitted_gte=2025-10-08T08:55:00.000');
});

test('a request that fails is made again after the wait it is given, and the walk goes on', async () => {
  const server = createModelServer(() => apart(50), byText);
  const pacer = fakePacer();
  const fails = [false, true, true, false];
  const ask: Ask = (search) => (fails.shift() ? Promise.reject(new Error('busy')) : server.ask(search));
  const seen: [unknown, number][] = [];
  const retryIn = (error: unknown, failures: number) => {
    seen.push([error, failures]);
    return failures * 3000;
  };
  const { ids } = await collect(request(ask, { pacer, retryIn, pageSize: 20 }));
  expect(ids).toHaveLength(50);
  expect(new Set(ids).size).toBe(50);
  expect(seen).toEqual([
    [new Error('busy'), 1],
    [new Error('busy'), 2],
  ]);
  expect(pacer.pauses).toEqual([250, 3000, 6000, 250]);
});

test('a walk that gives up throws why, keeps what came, and can go on from there', async () => {
  const server = createModelServer(() => apart(50), byText);
  let broken = true;
  const ask: Ask = (search) =>
    broken && search.includes('submitted_lte') ? Promise.reject(new Error('down')) : server.ask(search);
  const ids: string[] = [];
  let position: WalkPosition | null = WALK_START;
  const walk = async () => {
    if (!position) return;
    for await (const step of walkAll(request(ask, { from: position, pageSize: 20 }))) {
      ids.push(...step.items.map((item) => item.id));
      position = step.position;
    }
  };
  await expect(walk()).rejects.toThrow('down');
  expect(ids).toHaveLength(20);
  broken = false;
  await walk();
  expect(ids).toEqual(
    apart(50)
      .map(({ id }) => id)
      .toReversed(),
  );
});

test('a failing stream of several ends the walk rather than being left out', async () => {
  const server = createModelServer(() => apart(5), byText);
  const ask: Ask = (search) =>
    search.includes('status=FAIL') ? Promise.reject(new Error('down')) : server.ask(search);
  const several: ListQuery = { ...DEFAULT_QUERY, statuses: ['SUCCESS', 'FAIL'] };
  await expect(collect(request(ask, { query: several }))).rejects.toThrow('down');
});

test('an aborted walk ends in silence, asks nothing more, and does not claim to be complete', async () => {
  const server = createModelServer(() => apart(60), byText);
  const stop = new AbortController();
  const ask: Ask = (search) => {
    if (server.calls() === 2) stop.abort();
    return server.ask(search);
  };
  const { ids, position } = await collect(request(ask, { signal: stop.signal, pageSize: 20 }));
  expect(ids).toHaveLength(40);
  expect(server.calls()).toBe(3);
  expect(position?.after).toEqual({ values: ['2025-10-09T08:53:40.000'], id: 'op-20' });
});
