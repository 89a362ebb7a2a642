import { expect, test } from 'vitest';
import {
  clearEnded,
  entryOf,
  hasRoom,
  notice,
  NOTHING_WATCHED,
  observe,
  stopWatching,
  watch,
  type Reading,
  type WatchList,
} from './watched.ts';

const NOON = Date.UTC(2026, 10, 20, 12);

const running = (id: string, progress: number | null = null): Reading => ({
  id,
  type: 'POOL.OPEN',
  status: 'RUNNING',
  progress,
});
const ended = (id: string, finished: string | null = null): Reading => ({
  id,
  type: 'POOL.OPEN',
  status: 'FAIL',
  progress: 60,
  finished,
});
const watching = (...ids: string[]) =>
  watch(
    NOTHING_WATCHED,
    'demo',
    ids.map((id) => running(id)),
    NOON,
  );
const ids = ({ entries }: WatchList) => entries.map(({ id }) => id);

test('an operation is watched with what is known of it, and once only', () => {
  const list = watch(NOTHING_WATCHED, 'demo', [running('a', 40)], NOON);
  expect(list.entries).toEqual([
    {
      environment: 'demo',
      id: 'a',
      type: 'POOL.OPEN',
      status: 'RUNNING',
      progress: 40,
      since: NOON,
      endedAt: null,
      noticed: false,
    },
  ]);
  expect(watch(list, 'demo', [running('a', 50)], NOON + 1)).toBe(list);
});

test('the same ID in two environments is two operations', () => {
  const list = watch(watching('a'), 'production', [running('a')], NOON);
  expect(list.entries.map(({ environment }) => environment)).toEqual(['demo', 'production']);
  expect(entryOf(list, 'production', 'a')?.environment).toBe('production');
  expect(entryOf(list, 'sandbox', 'a')).toBeNull();
  expect(stopWatching(list, ['demo/a']).entries.map(({ environment }) => environment)).toEqual([
    'production',
  ]);
});

test('what has ended already is not taken up', () => {
  expect(ids(watch(NOTHING_WATCHED, 'demo', [ended('a'), running('b')], NOON))).toEqual(['b']);
});

test('a reading without news leaves the list the same object', () => {
  const list = watching('a');
  expect(observe(list, 'demo', running('a'), NOON + 5)).toBe(list);
  expect(observe(list, 'production', running('a', 3), NOON + 5)).toBe(list);
  expect(observe(list, 'demo', running('b', 3), NOON + 5)).toBe(list);
});

test('progress is taken in', () => {
  expect(entryOf(observe(watching('a'), 'demo', running('a', 7), NOON), 'demo', 'a')?.progress).toBe(7);
});

test('an end is dated by the operation itself, or else by when it was learned', () => {
  const told = observe(watching('a'), 'demo', ended('a', '2026-11-20T11:58:00.000'), NOON);
  expect(told.entries[0]).toMatchObject({ status: 'FAIL', endedAt: Date.UTC(2026, 10, 20, 11, 58) });
  expect(observe(watching('a'), 'demo', ended('a'), NOON).entries[0]?.endedAt).toBe(NOON);
});

test('what has ended stays ended, whatever is read later', () => {
  const list = observe(watching('a'), 'demo', ended('a'), NOON);
  expect(observe(list, 'demo', running('a', 10), NOON + 1)).toBe(list);
});

test('an end is news until somebody looks, and then it is not', () => {
  const list = observe(watching('a', 'b'), 'demo', ended('a'), NOON);
  expect(list.entries.map(({ noticed }) => noticed)).toEqual([false, false]);
  const looked = notice(list);
  expect(looked.entries.map(({ noticed }) => noticed)).toEqual([true, false]);
  expect(notice(looked)).toBe(looked);
});

test('what has ended can be cleared, and the rest stays', () => {
  const list = observe(watching('a', 'b'), 'demo', ended('a'), NOON);
  expect(ids(clearEnded(list))).toEqual(['b']);
  const still = watching('a');
  expect(clearEnded(still)).toBe(still);
});

test('at most 50 are kept: ends that were noticed make room, the oldest first, nothing else does', () => {
  const names = Array.from({ length: 50 }, (_, index) => `op-${index}`);
  const full = watching(...names);
  expect(hasRoom(full)).toBe(false);
  expect(watch(full, 'demo', [running('new')], NOON)).toBe(full);

  const ends = observe(observe(full, 'demo', ended('op-7'), NOON), 'demo', ended('op-3'), NOON);
  expect(hasRoom(ends)).toBe(false);
  const looked = notice(ends);
  expect(hasRoom(looked)).toBe(true);
  const next = watch(looked, 'demo', [running('new')], NOON);
  expect(next.entries).toHaveLength(50);
  expect(entryOf(next, 'demo', 'op-3')).toBeNull();
  expect(entryOf(next, 'demo', 'op-7')).not.toBeNull();
  expect(ids(next).at(-1)).toBe('new');
});
