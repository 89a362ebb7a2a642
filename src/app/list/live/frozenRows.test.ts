import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type ListQuery } from '../../../toloka/listSearch.ts';
import { decodeOperation, type Operation } from '../../../toloka/operation.ts';
import type { PageReading } from '../../../toloka/paging/page.ts';
import { boundaryOf } from '../../../toloka/place.ts';
import { parseSort, totalOrder } from '../../../toloka/sort.ts';
import type { SortKey } from '../../../toloka/filters.ts';
import { adopt } from './adopt.ts';
import { glide, refresh } from './frozenRows.ts';
import type { Facts, Screen } from './screen.ts';

/** An operation submitted in the given second: `op('b', 2, 'RUNNING')`. */
const op = (id: string, second: number, status = 'SUCCESS', finished?: number): Operation =>
  decodeOperation({
    id,
    type: 'POOL.OPEN',
    status,
    submitted: `2026-11-20T10:00:0${second}`,
    ...(finished !== undefined && { finished: `2026-11-20T10:01:0${finished}` }),
  });

const query = (sort: string, rest: Partial<ListQuery> = {}): ListQuery => ({
  ...DEFAULT_QUERY,
  sort: parseSort(sort) as readonly SortKey[],
  ...rest,
});
const NEWEST = query('-submitted', { limit: 3 });
const factsOf = (wanted: ListQuery, rest: Partial<Facts> = {}): Facts => ({
  query: wanted,
  absentFirst: true,
  elsewhere: () => null,
  ...rest,
});

const reading = (
  items: Operation[],
  rest: Partial<Omit<PageReading, 'reach'>> & { more?: boolean; order?: ListQuery } = {},
): PageReading => {
  const { more = false, order = NEWEST, beyond = [], ...others } = rest;
  const mark = (row: Operation | undefined) => row && boundaryOf(row, totalOrder(order.sort));
  const next = more || beyond.length > 0 ? (mark(items.at(-1)) ?? null) : null;
  const reach = more ? (mark([...items, ...beyond].at(-1)) ?? null) : null;
  return { items, beyond, next, previous: null, side: 'after', reach, ...others };
};

const said = (screen: Screen) =>
  screen.rows.map(({ operation, departure }) => `${operation.id} ${departure ?? operation.status}`);

test('newer operations are counted and not shown, and a row that they push off is still followed', () => {
  const screen = adopt(null, reading([op('c', 3), op('b', 2), op('a', 1, 'RUNNING')]));
  const fresh = reading([op('e', 5), op('d', 4), op('c', 3)], { beyond: [op('b', 2), op('a', 1, 'FAIL')] });
  const after = refresh(screen, fresh, factsOf(NEWEST));
  expect(said(after)).toEqual(['c SUCCESS', 'b SUCCESS', 'a FAIL']);
  expect(after.news).toEqual({ ahead: 2, atLeast: false, among: 0 });
  expect(after.rows[0]).toBe(screen.rows[0]);
});

test('a row that was missing is not said to be gone once it may match again where nothing was read', () => {
  const ends = query('-submitted', { limit: 3, statuses: ['PENDING', 'SUCCESS'] });
  const screen = adopt(null, reading([op('b', 2), op('a', 1, 'PENDING')]));
  const gone = refresh(screen, reading([op('b', 2)]), factsOf(ends));
  expect(said(gone)).toEqual(['b SUCCESS', 'a unmatched']);
  const pushed = reading([op('d', 4), op('c', 3), op('b', 2)], { more: true });
  expect(said(refresh(gone, pushed, factsOf(ends)))).toEqual(['b SUCCESS', 'a PENDING']);
  // Where the filters ask for nothing that may still come of it, it is gone for good.
  const waits = query('-submitted', { limit: 3, statuses: ['PENDING'] });
  expect(said(refresh(gone, pushed, factsOf(waits)))).toEqual(['b SUCCESS', 'a unmatched']);
  // Nor where it cannot have been its status that made it go.
  expect(said(refresh(gone, pushed, factsOf(NEWEST)))).toEqual(['b SUCCESS', 'a unmatched']);
  // An answer of which a part is missing says nothing either way.
  const partly = reading([op('b', 2)], {
    missing: [{ type: null, status: 'PENDING', error: new Error('down') }],
  });
  expect(said(refresh(gone, partly, factsOf(ends)))).toEqual(['b SUCCESS', 'a unmatched']);
});

test('a row beyond what was read stays as it was', () => {
  const screen = adopt(null, reading([op('c', 3), op('b', 2), op('a', 1, 'RUNNING')]));
  const fresh = reading([op('e', 5), op('d', 4), op('c', 3)], { more: true });
  expect(said(refresh(screen, fresh, factsOf(NEWEST)))).toEqual(['c SUCCESS', 'b SUCCESS', 'a RUNNING']);
});

test('when all that was read is new, there may be more of it', () => {
  const screen = adopt(null, reading([op('a', 1)]));
  const fresh = reading([op('g', 7), op('f', 6), op('e', 5)], { beyond: [op('d', 4)], more: true });
  expect(refresh(screen, fresh, factsOf(NEWEST)).news).toEqual({ ahead: 4, atLeast: true, among: 0 });
});

test('a row that is missing where it was has left the filters, unless it ties with the end of what was read', () => {
  const running = query('-submitted', { statuses: ['RUNNING'] });
  const [a, b, c] = [op('a', 1, 'RUNNING'), op('b', 2, 'RUNNING'), op('c', 1, 'RUNNING')];
  const screen = adopt(null, reading([b, c, a]));
  const all = refresh(screen, reading([c]), factsOf(running));
  expect(said(all)).toEqual(['b unmatched', 'c RUNNING', 'a unmatched']);
  const cut = refresh(screen, reading([c], { more: true }), factsOf(running));
  expect(said(cut)).toEqual(['b unmatched', 'c RUNNING', 'a RUNNING']);
  expect(said(refresh(all, reading([b, c, a]), factsOf(running))), 'it may come back').toEqual([
    'b RUNNING',
    'c RUNNING',
    'a RUNNING',
  ]);
});

test('sorted by finish, a running row that is gone may have moved, so it is not said to match no longer', () => {
  const order = query('-finished');
  const [ended, runs] = [op('ended', 1, 'SUCCESS', 1), op('runs', 2, 'RUNNING')];
  const screen = adopt(null, reading([runs, ended], { order }));
  const fresh = reading([ended], { order });
  expect(said(refresh(screen, fresh, factsOf(order)))).toEqual(['runs moved', 'ended SUCCESS']);
  const unfinished = query('-finished', { statuses: ['RUNNING', 'PENDING'] });
  expect(said(refresh(screen, fresh, factsOf(unfinished)))[0]).toBe('runs unmatched');
});

test('where it is not known where running rows sort, none of them is judged by its place', () => {
  const order = query('finished,submitted');
  const [ended, runs] = [op('ended', 1, 'SUCCESS', 1), op('runs', 2, 'RUNNING')];
  const screen = adopt(null, reading([ended, runs], { order }));
  const fresh = reading([op('other', 3, 'SUCCESS', 0)], { order, more: true });
  expect(said(refresh(screen, fresh, factsOf(order, { absentFirst: null })))[1]).toBe('runs RUNNING');
});

test('a stream that could not be read takes nothing away', () => {
  const screen = adopt(null, reading([op('b', 2), op('a', 1)]));
  const missing = [{ type: null, status: 'FAIL', error: new Error('down') }];
  expect(said(refresh(screen, reading([], { missing }), factsOf(NEWEST)))).toEqual([
    'b SUCCESS',
    'a SUCCESS',
  ]);
});

test('what became of a row that has left the list is taken from its own page, if that was open', () => {
  const running = query('-submitted', { statuses: ['RUNNING'] });
  const screen = adopt(null, reading([op('a', 1, 'RUNNING')]));
  const elsewhere = () => op('a', 1, 'FAIL', 2);
  const [row] = refresh(screen, reading([]), factsOf(running, { elsewhere })).rows;
  expect(row).toMatchObject({ departure: 'unmatched', operation: { status: 'FAIL' } });
});

test('rows that appear behind the last one of the last page open a next page, right behind it', () => {
  const oldest = query('submitted', { limit: 2 });
  const screen = adopt(null, reading([op('a', 1), op('b', 2)], { order: oldest }));
  expect(screen.next).toBeNull();
  const fresh = reading([op('a', 1), op('b', 2)], { order: oldest, beyond: [op('c', 3)] });
  const after = refresh(screen, fresh, factsOf(oldest));
  expect(after.next).toEqual({ values: ['2026-11-20T10:00:02'], id: 'b' });
  expect(after.news, 'they are on that page, not here').toEqual({ ahead: 0, atLeast: false, among: 0 });
});

test('new rows glide in over one that has left, and the page does not grow without bound', () => {
  const running = query('-submitted', { statuses: ['RUNNING'], limit: 2 });
  const screen = adopt(null, reading([op('c', 3, 'RUNNING'), op('b', 2, 'RUNNING')]));
  const fresh = reading([op('d', 4, 'RUNNING'), op('b', 2, 'RUNNING')], { order: running });
  const facts = factsOf(running);
  expect(said(glide(refresh(screen, fresh, facts), fresh, facts))).toEqual([
    'd RUNNING',
    'c unmatched',
    'b RUNNING',
  ]);
  const later = reading([op('f', 6, 'RUNNING'), op('e', 5, 'RUNNING')], { order: running, more: true });
  expect(said(glide(refresh(screen, later, facts), later, facts))).toEqual(['f RUNNING', 'e RUNNING']);
});
