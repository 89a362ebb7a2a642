import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { observe, stopWatching, watch, type WatchList } from './watched.ts';

const KEY = 'toloka-operations:watched';
const running = { id: 'a', type: 'POOL.OPEN', status: 'RUNNING', progress: 10 };

/** A browser's storage that can be blocked or full. */
class FakeStorage {
  readonly items = new Map<string, string>();
  readable = true;
  writable = true;

  getItem(key: string): string | null {
    if (!this.readable) throw new DOMException('denied', 'SecurityError');
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (!this.readable) throw new DOMException('denied', 'SecurityError');
    if (!this.writable) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }
}

let storage: FakeStorage;

/** A tab that has just been opened. */
async function openTab() {
  vi.resetModules();
  return import('./watchStore.ts');
}

const add = (id: string) => (list: WatchList) => watch(list, 'demo', [{ ...running, id }], 1);
const ids = (tab: Awaited<ReturnType<typeof openTab>>) => tab.watchedNow().entries.map(({ id }) => id);

beforeEach(() => {
  storage = new FakeStorage();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => vi.unstubAllGlobals());

test('what one tab watches another one finds, and neither writes over the other', async () => {
  const first = await openTab();
  const second = await openTab();
  first.changeWatched(add('a'));
  second.changeWatched(add('b'));
  expect(ids(second)).toEqual(['a', 'b']);
  expect(ids(await openTab())).toEqual(['a', 'b']);
});

test('of two tabs that read the same end only one sees it happen', async () => {
  const first = await openTab();
  first.changeWatched(add('a'));
  const second = await openTab();
  const end = (list: WatchList) => observe(list, 'demo', { ...running, status: 'SUCCESS' }, 5);
  const seen = [first, second].map((tab) => {
    const { before, after } = tab.changeWatched(end);
    return before.entries[0]?.endedAt === null && after.entries[0]?.endedAt === 5;
  });
  expect(seen).toEqual([true, false]);
});

test('a change that changes nothing writes nothing', async () => {
  const tab = await openTab();
  tab.changeWatched((list) => stopWatching(list, ['demo/a']));
  expect(storage.items.has(KEY)).toBe(false);
});

test.each([
  ['blocked', { readable: false }],
  ['full', { writable: false }],
])('with %s storage watching works for the tab, and it is said', async (trouble, state) => {
  Object.assign(storage, state);
  const tab = await openTab();
  tab.changeWatched(add('a'));
  tab.changeWatched(add('b'));
  expect(ids(tab)).toEqual(['a', 'b']);
  expect(tab.watchedNow().trouble).toBe(trouble);
});

test.each(['{', 'null', '{"version":1}', '{"version":1,"entries":[{}]}'])(
  'over the rubbish %s operations can be watched, and it is said that something was lost',
  async (rubbish) => {
    storage.items.set(KEY, rubbish);
    const tab = await openTab();
    expect(tab.watchedNow().trouble).toBe('damaged');
    tab.changeWatched(add('a'));
    expect(ids(await openTab())).toEqual(['a']);
    expect(tab.watchedNow().trouble).toBeNull();
  },
);

test('a newer version’s list is left alone', async () => {
  const newer = '{"version":2,"entries":"other"}';
  storage.items.set(KEY, newer);
  const tab = await openTab();
  tab.changeWatched(add('a'));
  tab.changeWatched(add('b'));
  expect(ids(tab)).toEqual(['a', 'b']);
  expect(tab.watchedNow().trouble).toBe('newer');
  expect(storage.items.get(KEY)).toBe(newer);
});
