import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { decodeOperation } from '../../toloka/operation.ts';
import type { PageReading } from '../../toloka/paging/page.ts';
import { parseListSearch } from '../../toloka/parseSearch.ts';
import { boundaryOf, type Place } from '../../toloka/place.ts';
import { totalOrder } from '../../toloka/sort.ts';
import { knownNeighbour } from './neighbours.ts';
import { pageQuery } from './queries.ts';

const at = (id: string, second: number) => decodeOperation({ id, submitted: `2026-03-20T10:00:0${second}` });
const [a, b, c, d] = [at('a', 9), at('b', 8), at('c', 7), at('d', 6)];
const { query } = parseListSearch('limit=2');
const border = boundaryOf(b, totalOrder(query.sort));
const first: PageReading = {
  items: [a, b],
  next: border,
  previous: null,
  side: 'after',
  beyond: [],
  reach: border,
};
const second: PageReading = {
  items: [c, d],
  next: null,
  previous: boundaryOf(c, totalOrder(query.sort)),
  side: 'after',
  beyond: [],
  reach: null,
};
const FIRST = 'limit=2';
const SECOND = 'limit=2&after=2026-03-20T10:00:08,b';

function known(pages: Readonly<Record<string, PageReading>>, view: string, id: string, side: Place['side']) {
  const client = new QueryClient();
  for (const [text, page] of Object.entries(pages)) {
    const search = parseListSearch(text);
    client.setQueryData(pageQuery('demo', search.query, search.place, false).queryKey, page);
  }
  const found = knownNeighbour(client, 'demo', { search: parseListSearch(view), listed: true }, id, side);
  client.clear();
  return found && { id: found.operation.id, listSearch: found.listSearch };
}

test('on a page in memory a neighbour is known at once, and so are the list’s ends', () => {
  expect(known({ [FIRST]: first }, FIRST, 'a', 'after')).toEqual({ id: 'b', listSearch: FIRST });
  expect(known({ [FIRST]: first }, FIRST, 'a', 'before')).toBeNull();
  expect(known({ [SECOND]: second }, SECOND, 'd', 'after')).toBeNull();
});

test('what lies over a border, and what is not in memory, has to be asked for', () => {
  expect(known({ [FIRST]: first }, FIRST, 'b', 'after')).toBeUndefined();
  expect(known({ [SECOND]: second }, SECOND, 'c', 'before')).toBeUndefined();
  expect(known({}, FIRST, 'a', 'after')).toBeUndefined();
  expect(known({ [FIRST]: first }, FIRST, 'x', 'after')).toBeUndefined();
});

test('back over a border that was just crossed, the page behind it is the one that one came from', () => {
  expect(known({ [FIRST]: first, [SECOND]: second }, SECOND, 'c', 'before')).toEqual({
    id: 'b',
    listSearch: FIRST,
  });
});

test('a page of another list, of another border or with parts missing is not the page behind it', () => {
  expect(known({ 'limit=2&status=FAIL': first, [SECOND]: second }, SECOND, 'c', 'before')).toBeUndefined();
  const moved = { ...first, items: [b, a] };
  expect(known({ [FIRST]: moved, [SECOND]: second }, SECOND, 'c', 'before')).toBeUndefined();
  const missing = { ...first, missing: [{ type: null, status: 'FAIL', error: new Error('down') }] };
  expect(known({ [FIRST]: missing, [SECOND]: second }, SECOND, 'c', 'before')).toBeUndefined();
});
