import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adopt } from '../../src/app/list/live/adopt.ts';
import { glide, refresh } from '../../src/app/list/live/frozenRows.ts';
import type { Facts, Screen } from '../../src/app/list/live/screen.ts';
import type { ListQuery } from '../../src/toloka/listSearch.ts';
import type { Operation } from '../../src/toloka/operation.ts';
import { loadPage } from '../../src/toloka/paging/loadPage.ts';
import type { PageReading } from '../../src/toloka/paging/page.ts';
import { createServerTraits, type ServerTraits } from '../../src/toloka/paging/serverTraits.ts';
import { totalOrder } from '../../src/toloka/sort.ts';
import { manners, query, rows, RUNS, time } from '../paging/generated.ts';
import { createModelServer, type Manners, type Row } from '../paging/modelServer.ts';
import { expected } from '../paging/reference.ts';
import { walkPages } from '../paging/walkPages.ts';

/** What can happen between two polls: an operation arrives, or the n-th one moves on in its life. */
const event = fc.oneof(
  fc.record({ arrives: time, status: fc.constantFrom('PENDING', 'FAIL', 'SUCCESS') }),
  fc.record({ moves: fc.integer({ min: 0, max: 59 }), at: time }),
);
type Event = { arrives: string; status: string } | { moves: number; at: string };

const NEXT: Readonly<Record<string, string>> = { PENDING: 'RUNNING', RUNNING: 'SUCCESS' };

function happen(data: readonly Row[], happens: Event): Row[] {
  if ('arrives' in happens) {
    const { arrives, status } = happens;
    const finished = status === 'PENDING' ? null : arrives;
    return [
      ...data,
      { id: `op-${100 + data.length}`, type: 'POOL.OPEN', status, submitted: arrives, finished },
    ];
  }
  return data.map((row, index) => {
    const status = NEXT[row.status];
    if (index !== happens.moves || !status) return row;
    return { ...row, status, finished: status === 'SUCCESS' ? happens.at : row.finished };
  });
}

const scene = fc.record({
  all: rows,
  wanted: query,
  server: manners,
  polls: fc.array(fc.array(event, { maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  headroom: fc.integer({ min: 0, max: 12 }),
  page: fc.integer({ min: 0, max: 4 }),
  side: fc.constantFrom('after' as const, 'before' as const),
});

type Step = {
  readonly before: Screen;
  readonly after: Screen;
  readonly reading: PageReading;
  readonly data: readonly Row[];
  readonly facts: Facts;
  readonly ask: (search: string) => ReturnType<ReturnType<typeof createModelServer>['ask']>;
  readonly traits: ServerTraits;
};

/** Plays a scene: a page somewhere in a list is put on screen and then polled while operations come and go. */
function everyPoll(
  look: (step: Step, scene: { wanted: ListQuery; server: Manners }) => void | Promise<void>,
) {
  return fc.assert(
    fc.asyncProperty(scene, async ({ all, wanted, server, polls, headroom, page, side }) => {
      let data = all;
      const { ask } = createModelServer(() => data, server);
      const traits = createServerTraits();
      const { pages } = await walkPages({ ask, query: wanted, traits: () => traits });
      const near = pages[Math.min(page, pages.length - 1)];
      const boundary = page === 0 ? null : side === 'after' ? near?.next : near?.previous;
      const request = { query: wanted, place: boundary ? { side, boundary } : null, now: 0, traits, ask };
      let screen = adopt(null, await loadPage(request));
      for (const events of polls) {
        for (const happens of events) data = happen(data, happens);
        const reading = await loadPage({ ...request, headroom });
        const key = totalOrder(wanted.sort).keys.find(({ field }) => field === 'finished');
        const placement = key && traits.absentFinished[key.direction];
        const absentFirst = placement === undefined ? null : placement === 'first';
        const facts = { query: wanted, absentFirst, elsewhere: () => null };
        const after = refresh(screen, reading, facts);
        await look({ before: screen, after, reading, data, facts, ask, traits }, { wanted, server });
        screen = after;
      }
    }),
    { numRuns: RUNS },
  );
}

const ids = (screen: Screen) => screen.rows.map((row) => row.operation.id);
const stretchOf = ({ side, beyond, items }: PageReading) =>
  side === 'before' ? [...beyond, ...items] : [...items, ...beyond];

test('between polls no row on screen comes, goes or changes its place', async () => {
  await everyPoll(({ before, after }) => {
    expect(ids(after)).toEqual(ids(before));
    expect(new Set(ids(after)).size).toBe(after.rows.length);
  });
});

test('each row says the newest that was read of it, and keeps its object when that is nothing new', async () => {
  await everyPoll(({ before, after, reading }) => {
    const fresh = new Map(stretchOf(reading).map((operation) => [operation.id, operation]));
    for (const [index, row] of after.rows.entries()) {
      const old = before.rows[index];
      const read = fresh.get(row.operation.id) ?? old?.operation;
      expect(row.operation.raw).toEqual(read?.raw);
      if (JSON.stringify(read?.raw) === JSON.stringify(old?.operation.raw))
        expect(row.operation).toBe(old?.operation);
      if (row.operation === old?.operation && row.departure === old.departure) expect(row).toBe(old);
    }
  });
});

test('a row that is said to match no longer does not, and one that still matches is never called so', async () => {
  await everyPoll(({ after, data }, { wanted, server }) => {
    const matches = new Set(expected(data, wanted, server));
    for (const { operation, departure } of after.rows) {
      if (departure === 'unmatched') {
        const now = data.find(({ id }) => id === operation.id);
        expect([now?.id, matches.has(operation.id)]).toEqual([operation.id, false]);
      }
    }
  });
});

test('where a reading reaches to the end of the list, no row that has left it looks as if it were still there', async () => {
  await everyPoll(({ after, reading }) => {
    if (reading.reach !== null) return;
    const there = new Set(stretchOf(reading).map(({ id }) => id));
    for (const { operation, departure } of after.rows)
      expect(departure === null, operation.id).toBe(there.has(operation.id));
  });
});

test('what is counted as new is what showing it adds, and what has pushed rows off the page', async () => {
  await everyPoll(({ after, reading }) => {
    const known = new Set(ids(after));
    const onPage = reading.items.filter(({ id }) => !known.has(id)).length;
    const beyond = reading.beyond.filter(({ id }) => !known.has(id)).length;
    const { ahead, among } = after.news;
    expect(ahead + among).toBeGreaterThanOrEqual(onPage);
    expect(ahead + among).toBeLessThanOrEqual(onPage + (reading.side === 'after' ? beyond : 0));
  });
});

test('on the first page exactly what comes before the first row is counted as ahead of it', async () => {
  await everyPoll(async ({ after, data, reading, ask, traits }, { wanted, server }) => {
    const first = after.rows[0];
    if (reading.previous !== null || reading.side === 'before' || !first) return;
    const now = await walkPages({ ask, query: { ...wanted, limit: 300 }, traits: () => traits });
    const at = now.ids.indexOf(first.operation.id);
    const { keys } = totalOrder(wanted.sort);
    const row = data.find(({ id }) => id === first.operation.id);
    const moved = keys.some(({ field }) => row?.[field] !== first.origin[field]);
    const streams = wanted.types.length > 1 || wanted.statuses.length > 1;
    if (at < 0 || moved || streams || expected(data, wanted, server).length > 300) return;
    const known = new Set(ids(after));
    const ahead = now.ids.slice(0, at).filter((id) => !known.has(id)).length;
    // Without the first row in sight, those that tie with it are not told apart.
    const inSight = stretchOf(reading).some(({ id }) => id === first.operation.id);
    if (inSight) expect(after.news).toMatchObject({ ahead, atLeast: false });
    else expect(after.news.ahead).toBeLessThanOrEqual(ahead);
  });
});

test('the next page goes on right behind the last row on screen: nothing that stayed is lost or doubled', async () => {
  await everyPoll(async ({ after, data, ask, traits }, { wanted }) => {
    const { keys } = totalOrder(wanted.sort);
    const settled = (operation: Operation, origin: Operation) => {
      const row = data.find(({ id }) => id === operation.id);
      return row !== undefined && keys.every(({ field }) => row[field] === origin[field]);
    };
    if (!after.next) return;
    const place = { side: 'after', boundary: after.next } as const;
    // Half a minute on: until then a list is believed to hold no row without a finish time if it held none.
    traits.nothingAbsentAt = null;
    const rest = await walkPages({ ask, query: { ...wanted, limit: 40 }, place, traits: () => traits });
    const here = after.rows.filter(({ operation, origin }) => settled(operation, origin));
    const doubled = rest.ids.filter((id) => here.some(({ operation }) => operation.id === id));
    expect(doubled).toEqual([]);
    const last = after.rows.at(-1);
    const streams = wanted.types.length > 1 || wanted.statuses.length > 1;
    if (!last || streams || after.next.id !== last.operation.id) return;
    const now = await walkPages({ ask, query: { ...wanted, limit: 40 }, traits: () => traits });
    const at = now.ids.indexOf(last.operation.id);
    if (at >= 0 && settled(last.operation, last.origin)) expect(rest.ids).toEqual(now.ids.slice(at + 1));
  });
});

test('showing puts exactly the page on screen that was read', async () => {
  await everyPoll(({ after, reading }) => {
    const shown = adopt(after, reading);
    expect(shown.rows.map((row) => row.operation.raw)).toEqual(reading.items.map((item) => item.raw));
    expect(shown.rows.every((row) => row.departure === null && row.origin === row.operation)).toBe(true);
    expect(shown.news).toEqual({ ahead: 0, atLeast: false, among: 0 });
    expect([shown.next, shown.previous]).toEqual([reading.next, reading.previous]);
    expect(adopt(shown, reading)).toBe(shown);
  });
});

test('gliding shows the whole page too, and keeps rows that have left it at their places', async () => {
  await everyPoll(({ after, reading, facts }) => {
    const glided = glide(after, reading, facts);
    const page = reading.items.map(({ id }) => id);
    expect(ids(glided).filter((id) => page.includes(id))).toEqual(page);
    expect(new Set(ids(glided)).size).toBe(glided.rows.length);
    const left = glided.rows.filter((row) => !page.includes(row.operation.id));
    expect(left.every((row) => row.departure !== null && after.rows.includes(row))).toBe(true);
    if (reading.next === null) {
      const gone = after.rows.filter((row) => row.departure !== null && !page.includes(row.operation.id));
      expect(left).toHaveLength(Math.min(gone.length, facts.query.limit));
    }
    expect(glided.news).toEqual({ ahead: 0, atLeast: false, among: 0 });
  });
});
