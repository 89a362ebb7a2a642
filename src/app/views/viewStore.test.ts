import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addView } from './editViews.ts';

const KEY = 'toloka-operations:views';
const FAILED = { environment: 'demo', search: 'status=FAIL' };

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
  return import('./viewStore.ts');
}

const names = (tab: Awaited<ReturnType<typeof openTab>>) => tab.savedViews().views.map(({ name }) => name);

beforeEach(() => {
  storage = new FakeStorage();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => vi.unstubAllGlobals());

test('what one tab saves another one finds, and neither writes over the other', async () => {
  const first = await openTab();
  const second = await openTab();
  expect(first.changeViews((saved) => addView(saved, 'Mine', FAILED))).toBe(true);
  expect(second.changeViews((saved) => addView(saved, 'Theirs', FAILED))).toBe(true);
  expect(names(second)).toEqual(['Mine', 'Theirs']);
  expect(names(await openTab())).toEqual(['Mine', 'Theirs']);
});

test('what a newer version has stored meanwhile is left alone, and nothing of this tab’s is lost', async () => {
  const tab = await openTab();
  const newer = '{"kind":"toloka-operations-views","version":2,"views":[]}';
  storage.items.set(KEY, newer);
  expect(tab.changeViews((saved) => addView(saved, 'A', FAILED))).toBe(false);
  expect(tab.changeViews((saved) => addView(saved, 'B', FAILED))).toBe(false);
  expect(names(tab)).toEqual(['A', 'B']);
  expect(tab.savedViews().trouble).toContain('newer version');
  expect(storage.items.get(KEY)).toBe(newer);
});

test('a deleted view can be brought back until the next change', async () => {
  const tab = await openTab();
  tab.changeViews((saved) => addView(saved, 'Mine', FAILED));
  tab.deleteView('Mine');
  expect(names(tab)).toEqual([]);
  expect(names(await openTab())).toEqual([]);
  tab.undoDelete();
  expect(names(tab)).toEqual(['Mine']);
  tab.deleteView('Mine');
  tab.changeViews((saved) => addView(saved, 'Other', FAILED));
  tab.undoDelete();
  expect(names(tab)).toEqual(['Other']);
});

test.each([
  ['blocked', { readable: false }, 'This browser keeps nothing for this page'],
  ['full', { writable: false }, 'The browser’s storage is full'],
])('with %s storage views work for the tab, one after the other, and it is said', async (_, state, words) => {
  Object.assign(storage, state);
  const tab = await openTab();
  expect(tab.changeViews((saved) => addView(saved, 'A', FAILED))).toBe(false);
  expect(tab.changeViews((saved) => addView(saved, 'B', FAILED))).toBe(false);
  expect(names(tab)).toEqual(['A', 'B']);
  expect(tab.savedViews().trouble).toContain(words);
});

test('when the storage has room again everything that was held back is kept', async () => {
  storage.writable = false;
  const tab = await openTab();
  tab.changeViews((saved) => addView(saved, 'A', FAILED));
  storage.writable = true;
  expect(tab.changeViews((saved) => addView(saved, 'B', FAILED))).toBe(true);
  expect(tab.savedViews().trouble).toBeNull();
  expect(names(await openTab())).toEqual(['A', 'B']);
});

test.each(['{', '[]', 'null', '"x"', '{"views":[{}]}', 'x'.repeat(100_000)])(
  'over the rubbish %.20s in the storage views can be saved, and it is said that something was lost',
  async (rubbish) => {
    storage.items.set(KEY, rubbish);
    const tab = await openTab();
    expect(names(tab)).toEqual([]);
    expect(tab.savedViews().trouble).toContain('could not be read');
    expect(tab.changeViews((saved) => addView(saved, 'A', FAILED))).toBe(true);
    expect(names(await openTab())).toEqual(['A']);
  },
);

test('a newer version’s views are left alone', async () => {
  const newer = '{"kind":"toloka-operations-views","version":2,"views":"other"}';
  storage.items.set(KEY, newer);
  const tab = await openTab();
  expect(tab.changeViews((saved) => addView(saved, 'A', FAILED))).toBe(false);
  expect(tab.changeViews((saved) => addView(saved, 'B', FAILED))).toBe(false);
  expect(names(tab)).toEqual(['A', 'B']);
  expect(tab.savedViews().trouble).toContain('newer version');
  expect(storage.items.get(KEY)).toBe(newer);
});
