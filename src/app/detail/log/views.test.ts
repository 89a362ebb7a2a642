import { expect, test } from 'vitest';
import type { LogEntry, LogFilter, LogSession, LogView } from '../../api/log/logSession.ts';
import { createEntryPages } from './entryPages.ts';
import { withKept } from './rowStore.ts';
import { createViewSwitch } from './viewSwitch.ts';

/** A view over items 1, 2, 3 …, as many as it has matches, that counts what is asked of it. */
function fakeView() {
  const asked: number[] = [];
  const listeners = new Set<() => void>();
  let state: LogView = { matches: 0, searched: 0 };
  let closed = false;
  return {
    asked,
    isClosed: () => closed,
    grow: (matches: number, searched = matches) => {
      state = { matches, searched };
      for (const listener of listeners) listener();
    },
    handle: {
      state: () => state,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      entries: (from: number, count: number): Promise<readonly LogEntry[]> => {
        asked.push(from);
        if (closed) return Promise.reject(new Error('closed'));
        const length = Math.max(0, Math.min(count, state.matches - from));
        return Promise.resolve(
          Array.from({ length }, (_, index) => ({ number: from + index + 1, text: 'null' })),
        );
      },
      positionOf: () => Promise.resolve(null),
      close: () => {
        closed = true;
      },
    },
  };
}

const settled = () => new Promise((done) => setImmediate(done));

test('entries come by pages, each asked for once, and the same objects stay', async () => {
  const view = fakeView();
  const pages = createEntryPages(view.handle);
  let told = 0;
  pages.subscribe(() => told++);
  view.grow(150);
  pages.want(0, 20);
  pages.want(0, 20);
  await settled();
  expect([view.asked, told, pages.version()]).toEqual([[0], 1, 1]);
  expect(pages.at(19)?.number).toBe(20);
  expect(pages.at(100)).toBeUndefined();
  const kept = pages.at(19);
  pages.want(90, 120);
  await settled();
  expect(view.asked).toEqual([0, 100]);
  expect(pages.at(119)?.number).toBe(120);
  // More has come: only the page that was not full is asked for again.
  view.grow(180);
  pages.want(0, 180);
  await settled();
  expect(view.asked).toEqual([0, 100, 100]);
  expect(pages.at(179)?.number).toBe(180);
  expect(pages.at(19)).toBe(kept);
});

test('a page that comes short is not asked for over and over', async () => {
  const view = fakeView();
  const pages = createEntryPages({ ...view.handle, state: () => ({ matches: 50, searched: 50 }) });
  view.grow(30);
  for (let turn = 0; turn < 5; turn++) {
    pages.want(0, 50);
    await settled();
  }
  expect(view.asked).toEqual([0]);
});

test('only so many pages are held; those wanted longest ago go', async () => {
  const view = fakeView();
  const pages = createEntryPages(view.handle);
  view.grow(100_000);
  for (let page = 0; page < 40; page++) {
    pages.want(page * 100, page * 100 + 1);
    await settled();
  }
  expect(pages.at(3900)?.number).toBe(3901);
  expect(pages.at(0)).toBeUndefined();
  pages.want(0, 1);
  await settled();
  expect(pages.at(0)?.number).toBe(1);
});

test('a closed view’s refusal is no failure', async () => {
  const view = fakeView();
  const pages = createEntryPages(view.handle);
  view.grow(10);
  view.handle.close();
  pages.want(0, 10);
  await settled();
  expect([pages.at(0), pages.version()]).toEqual([undefined, 0]);
});

function fakeSession(items: number) {
  const opened: { filter: LogFilter; view: ReturnType<typeof fakeView> }[] = [];
  const session = {
    reading: () => ({ items }),
    view: (filter: LogFilter) => {
      const view = fakeView();
      opened.push({ filter, view });
      return view.handle;
    },
  } as unknown as LogSession;
  return { session, opened };
}

const ALL: LogFilter = { outcome: 'all', cause: null, text: '' };

test('a view stays on screen until the next one has something to show', () => {
  const { session, opened } = fakeSession(500);
  const views = createViewSwitch(session);
  let told = 0;
  views.subscribe(() => told++);
  views.set(ALL);
  const [first] = opened;
  expect(views.shown()?.filter).toEqual(ALL);
  first?.view.grow(500);

  views.set({ ...ALL, text: 'c' });
  expect([views.shown()?.filter.text, views.pending()]).toEqual(['', true]);
  // The reader types on: the search that nobody waits for any more is given up.
  views.set({ ...ALL, text: 'ca' });
  expect(opened[1]?.view.isClosed()).toBe(true);
  const before = told;
  opened[2]?.view.grow(1, 200);
  expect(told).toBeGreaterThan(before);
  expect([views.shown()?.filter.text, views.pending()]).toEqual(['ca', false]);
  expect(first?.view.isClosed()).toBe(true);
});

test('a view without a match takes its place when all has been looked at', () => {
  const { session, opened } = fakeSession(500);
  const views = createViewSwitch(session);
  views.set(ALL);
  views.set({ ...ALL, text: 'nowhere' });
  opened[1]?.view.grow(0, 499);
  expect(views.pending()).toBe(true);
  opened[1]?.view.grow(0, 500);
  expect([views.shown()?.filter.text, views.pending()]).toEqual(['nowhere', false]);
});

test('going back to what is shown opens nothing, and closing ends all views', () => {
  const { session, opened } = fakeSession(500);
  const views = createViewSwitch(session);
  views.set(ALL);
  views.set({ ...ALL, outcome: 'failed' });
  views.set({ ...ALL });
  expect([opened.length, views.pending(), opened[1]?.view.isClosed()]).toEqual([2, false, true]);
  views.close();
  expect([views.shown(), opened[0]?.view.isClosed()]).toEqual([null, true]);
});

test('the row with the focus stays in the document with its neighbours', () => {
  expect(withKept([10, 11, 12], null, 100)).toEqual([10, 11, 12]);
  expect(withKept([10, 11, 12], 40, 100)).toEqual([10, 11, 12, 39, 40, 41]);
  expect(withKept([10, 11, 12], 0, 100)).toEqual([0, 1, 10, 11, 12]);
  expect(withKept([8, 9], 9, 10)).toEqual([8, 9]);
});
