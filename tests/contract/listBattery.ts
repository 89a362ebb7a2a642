import { expect, test } from 'vitest';
import { expectError, hasMore, itemsOf, times, type Item } from './answers.ts';
import type { Harness } from './harness.ts';

const LIST = '/api/v1/operations';

/** What the list promises, for any implementation. `harness` is called in the tests: it is made before them. */
export function describeList(harness: () => Harness): void {
  const list = (query: string) => harness().get(`${LIST}?${query}`);
  const items = async (query: string) => itemsOf(await list(query));

  test('a list has items, whose times are UTC without a zone letter, and says whether there is more', async () => {
    const found = itemsOf(await harness().get(LIST));
    expect(found.length).toBeLessThanOrEqual(50);
    if (harness().ours) expect(found.length).toBe(50);
    for (const item of found) {
      expect(item).toMatchObject({
        id: expect.stringMatching(/./),
        type: expect.stringMatching(/./),
        status: expect.stringMatching(/./),
        submitted: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?$/),
      });
    }
  });

  test('limit bounds the items, and has_more tells the truth', async () => {
    const three = await list('limit=3&sort=id');
    const found = itemsOf(three);
    expect(found.length).toBeLessThanOrEqual(3);
    if (harness().ours) expect(found.length).toBe(3);
    const last = found.at(-1)?.id ?? '';
    const rest = last === '' ? [] : await items(`limit=1&sort=id&id_gt=${encodeURIComponent(last)}`);
    expect(hasMore(three)).toBe(rest.length > 0);
  });

  test('300 at once is allowed', async () => {
    expect((await items('limit=300')).length).toBeLessThanOrEqual(300);
  });

  test.each(['PENDING', 'RUNNING', 'SUCCESS', 'FAIL'])('status=%s gives only those', async (status) => {
    const found = await items(`status=${status}&limit=20`);
    expect(found.filter((item) => item.status !== status)).toEqual([]);
    if (harness().ours && status !== 'PENDING') expect(found.length).toBeGreaterThan(0);
  });

  test.each(['POOL.OPEN', 'PROJECT.ARCHIVE', 'TASK.BATCH_CREATE', 'ANALYTICS'])(
    'type=%s gives only those',
    async (type) => {
      const found = await items(`type=${type}&limit=20`);
      expect(found.filter((item) => item.type !== type)).toEqual([]);
      if (harness().ours) expect(found.length).toBe(20);
    },
  );

  test('filters narrow together', async () => {
    const found = await items('type=TASK.BATCH_CREATE&status=FAIL&limit=20');
    const kinds = new Set(found.map(({ type, status }) => `${type} ${status}`));
    expect([...kinds].filter((kind) => kind !== 'TASK.BATCH_CREATE FAIL')).toEqual([]);
  });

  test.each(['submitted', 'finished'] as const)('sort by %s, both ways', async (field) => {
    // A bound leaves out what has no such time: where that sorts, nobody promises.
    const some = `${field}_gte=2000-01-01&limit=100`;
    const up = times(await items(`sort=${field}&${some}`), field);
    const down = times(await items(`sort=-${field}&${some}`), field);
    expect(up).toEqual(up.toSorted());
    expect(down).toEqual(down.toSorted().toReversed());
    if (harness().ours) expect(down[0]).not.toBe(up[0]);
  });

  test('sort=id and sort=-id are each other’s reverse', async () => {
    const page = await items('sort=id&limit=7');
    const last = page.at(-1);
    if (!last) return expect(harness().ours).toBe(false);
    const back = await items(`sort=-id&limit=7&id_lte=${encodeURIComponent(last.id)}`);
    expect(back.map(({ id }) => id)).toEqual(page.map(({ id }) => id).toReversed());
  });

  test('several sort keys: ties of the first go by the second', async () => {
    // Below a bound, where nothing comes in between the two calls.
    const newest = (await items('sort=-submitted&limit=1'))[0]?.submitted ?? '2000-01-01';
    const query = `sort=-submitted,id&limit=300&submitted_lt=${encodeURIComponent(newest)}`;
    const found = await items(query);
    const again = await items(query);
    expect(again.map(({ id }) => id)).toEqual(found.map(({ id }) => id));
    expect(times(found, 'submitted')).toEqual(times(found, 'submitted').toSorted().toReversed());
  });

  test.each(['submitted', 'finished'] as const)('the four bounds of %s', async (field) => {
    const sample = await items(`sort=${field}&${field}_gte=2000-01-01&limit=30&status=SUCCESS`);
    const middle: Item | undefined = sample[Math.floor(sample.length / 2)];
    if (!middle) return expect(harness().ours).toBe(false);
    const value = encodeURIComponent(middle[field] ?? '');
    const [at = ''] = times([middle], field);
    const near = async (bound: string, sort: string) =>
      times(await items(`status=SUCCESS&${field}_${bound}=${value}&sort=${sort}${field}&limit=5`), field);
    expect((await near('gte', ''))[0]).toBe(at);
    expect((await near('lte', '-'))[0]).toBe(at);
    expect((await near('gt', '')).every((time) => time > at)).toBe(true);
    expect((await near('lt', '-')).every((time) => time < at)).toBe(true);
  });

  test('the four bounds of id go by the order that the server itself sorts by', async () => {
    const page = (await items('sort=id&limit=9')).map(({ id }) => id);
    const middle = page[4];
    if (middle === undefined) return expect(harness().ours).toBe(false);
    const ids = async (query: string) => (await items(query)).map(({ id }) => id);
    const value = encodeURIComponent(middle);
    expect(await ids(`sort=id&limit=4&id_gt=${value}`)).toEqual(page.slice(5));
    expect(await ids(`sort=id&limit=5&id_gte=${value}`)).toEqual(page.slice(4));
    expect(await ids(`sort=id&limit=9&id_lt=${value}`)).toEqual(page.slice(0, 4));
    expect(await ids(`sort=id&limit=9&id_lte=${value}`)).toEqual(page.slice(0, 5));
  });

  test('a bound on finished leaves out what has not finished', async () => {
    expect(await items('status=RUNNING&finished_lte=2000-01-01')).toEqual([]);
    expect(await items('status=PENDING&finished_gte=2000-01-01')).toEqual([]);
  });

  test('nothing matches: an empty list, not an error', async () => {
    const nothing = await list('submitted_lt=2000-01-01');
    expect(nothing.json).toEqual({ items: [], has_more: false });
  });

  test('paging by id_gt meets each operation once', async () => {
    const seen: string[] = [];
    const filter = 'type=PROJECT.ARCHIVE&sort=id&limit=20';
    let page = await list(filter);
    for (let pages = 0; pages < 30; pages += 1) {
      seen.push(...itemsOf(page).map(({ id }) => id));
      if (!hasMore(page)) break;
      page = await list(`${filter}&id_gt=${encodeURIComponent(seen.at(-1) ?? '')}`);
    }
    expect(new Set(seen).size).toBe(seen.length);
    if (harness().ours) expect(seen.length).toBeGreaterThan(40);
  });

  test.each(['submitted_gt=yesterday', 'finished_lte=2026-13-01T00:00:00', 'sort=progress'])(
    '%s is refused',
    async (query) => {
      expectError(await list(query), 400);
    },
  );

  // The reference does not say what becomes of these; ours refuse them, so that no mistake widens a list in silence.
  test.each([
    'limt=5',
    'limit=5&limit=6',
    'limit=0',
    'limit=301',
    'limit=',
    'status=&limit=1',
    'sort=id,-id',
  ])('ours refuses %s', async (query) => {
    if (harness().ours) expectError(await list(query), 400);
    else expect([200, 400]).toContain((await list(query)).status);
  });
}
