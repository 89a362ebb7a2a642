import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addView,
  checkName,
  mergeViews,
  moveView,
  removeView,
  renameView,
  replaceView,
  restoreView,
  startWith,
} from './editViews.ts';
import type { SavedViews } from './view.ts';

const view = (name: string, search = '', environment = 'demo') => ({ name, environment, search });
const three: SavedViews = { views: [view('A'), view('B', 'status=FAIL'), view('C')], start: 'B' };
const names = (saved: SavedViews) => saved.views.map(({ name }) => name).join('');

test('a view is added at the end, without its page and under a name of its own', () => {
  const page = { environment: 'demo', search: 'status=FAIL&after=2026-11-20T10:00:00,a1' };
  expect(addView(three, ' B ', page).views.at(-1)).toEqual(view('B (2)', 'status=FAIL'));
});

test('a changed view is saved in its place', () => {
  const saved = replaceView(three, 'B', { environment: 'production', search: 'limit=20&updates=paused' });
  expect(saved.views).toEqual([view('A'), view('B', 'limit=20', 'production'), view('C')]);
});

test('the start page keeps being it under another name', () => {
  const saved = renameView(three, 'B', 'Best');
  expect(saved.start).toBe('Best');
  expect(saved.views[1]).toEqual(view('Best', 'status=FAIL'));
  expect(renameView(three, 'A', 'C').views[0]?.name).toBe('C (2)');
});

test('a name must be there and free, the view’s own always is', () => {
  expect(checkName(three, ' D ', null)).toBe('D');
  expect(checkName(three, 'B', 'B')).toBe('B');
  expect(checkName(three, 'B', null)).toEqual({ reason: 'There is a view “B” already.' });
  expect(checkName(three, ' ', 'B')).toEqual({ reason: 'A view needs a name.' });
});

test('views move one place at a time and stop at the ends', () => {
  expect(names(moveView(three, 'C', -1))).toBe('ACB');
  expect(names(moveView(three, 'A', 1))).toBe('BAC');
  expect(moveView(three, 'A', -1)).toBe(three);
  expect(moveView(three, 'C', 1)).toBe(three);
  expect(moveView(three, 'Gone', 1)).toBe(three);
});

test('only a view can be the start page', () => {
  expect(startWith(three, 'C').start).toBe('C');
  expect(startWith(three, 'Gone').start).toBeNull();
  expect(startWith(three, null).start).toBeNull();
});

test('what was deleted comes back as it was, also as the start page', () => {
  for (const name of ['A', 'B', 'C']) {
    const { saved, removed } = removeView(three, name);
    expect(names(saved)).toBe('ABC'.replace(name, ''));
    expect(removed && restoreView(saved, removed)).toEqual(three);
  }
  expect(removeView(three, 'B').saved.start).toBeNull();
  expect(removeView(three, 'Gone')).toEqual({ saved: three, removed: null });
});

test('an import adds what is missing and touches nothing that is there', () => {
  const other = { views: [view('B', 'status=FAIL'), view('A', 'limit=9'), view('New')], start: 'New' };
  const { saved, added } = mergeViews(three, other);
  expect(saved.views).toEqual([...three.views, view('A (2)', 'limit=9'), view('New')]);
  expect(saved.start).toBe('B');
  expect(added).toBe(2);
});

test('where there is no start page an import brings its own', () => {
  const other = { views: [view('A', 'limit=9')], start: 'A' };
  expect(mergeViews({ ...three, start: null }, other).saved.start).toBe('A (2)');
});

test('importing twice is importing once, and nothing that was there is ever lost', () => {
  const some = fc
    .uniqueArray(
      fc.tuple(fc.constantFrom('A', 'B', 'A (2)', 'C'), fc.constantFrom('', 'limit=9', 'status=FAIL')),
      {
        selector: ([name]) => name,
      },
    )
    .map((entries): SavedViews => ({
      views: entries.map(([name, search]) => view(name, search)),
      start: null,
    }));
  fc.assert(
    fc.property(some, some, (mine, theirs) => {
      const once = mergeViews(mine, theirs).saved;
      expect(once.views.slice(0, mine.views.length)).toEqual(mine.views);
      expect(mergeViews(once, theirs)).toEqual({ saved: once, added: 0 });
    }),
  );
});
