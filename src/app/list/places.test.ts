import { expect, test } from 'vitest';
import { formatListSearch } from '../../toloka/formatSearch.ts';
import { DEFAULT_SEARCH } from '../../toloka/listSearch.ts';
import { decodeOperation } from '../../toloka/operation.ts';
import type { Page } from '../../toloka/paging/page.ts';
import { parseListSearch } from '../../toloka/parseSearch.ts';
import { countWords } from './countWords.ts';
import { countText } from './places.ts';
import { neighbours } from './pagesAround.ts';

const items = ['a', 'b'].map((id) => decodeOperation({ id, type: 'POOL.OPEN', status: 'SUCCESS' }));
const MIDDLE: Page = {
  items,
  previous: { values: ['2026-11-20T14:02:15.250'], id: 'a' },
  next: { values: ['2026-11-20T14:01:00'], id: 'b' },
};

test('the pages around a page keep the query and the pause, and name their place', () => {
  const { next, previous } = neighbours(parseListSearch('status=FAIL&limit=20&updates=paused'), MIDDLE);
  expect(next && formatListSearch(next)).toBe(
    'status=FAIL&limit=20&updates=paused&after=2026-11-20T14:01:00,b',
  );
  expect(previous && formatListSearch(previous)).toBe(
    'status=FAIL&limit=20&updates=paused&before=2026-11-20T14:02:15.250,a',
  );
});

test('a page replaces the place that the search had', () => {
  const search = parseListSearch('after=2026-11-20T15:00:00,z');
  const { next } = neighbours(search, MIDDLE);
  expect(next && formatListSearch(next)).toBe('after=2026-11-20T14:01:00,b');
});

test('there is no page where the server has nothing more, nor before anything is known', () => {
  expect(neighbours(DEFAULT_SEARCH, { items, next: null, previous: null })).toEqual({
    next: null,
    previous: null,
  });
  expect(neighbours(DEFAULT_SEARCH, null)).toEqual({ next: null, previous: null });
});

test('counts say whether more follows, and never a total', () => {
  expect(countText(MIDDLE)).toBe('{n} shown, more follow');
  expect(countWords(MIDDLE)).toBe('2 operations shown, more follow');
  expect(countText({ ...MIDDLE, next: null })).toBe('{n} shown, the last ones');
  expect(countWords({ items: items.slice(1), next: null, previous: null })).toBe('1 operation shown');
});
