import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { PageReading } from '../../toloka/paging/page.ts';
import { nextAskAt, untilDue, type PageKey } from './pageState.ts';

const KEY = ['operations', 'demo', 'list', ''] satisfies PageKey;

function answeredAt(updatedAt: number) {
  const client = new QueryClient();
  const empty: PageReading = {
    items: [],
    next: null,
    previous: null,
    side: 'after',
    beyond: [],
    reach: null,
  };
  client.setQueryData(KEY, empty, { updatedAt });
  return client.getQueryCache().build<PageReading, Error, PageReading, PageKey>(client, { queryKey: KEY });
}

test('the next try comes the interval after the last answer', () => {
  expect(nextAskAt(answeredAt(1_000_000), 5000)).toBe(1_005_000);
  expect(nextAskAt(answeredAt(1_000_000), (query) => query.state.dataUpdateCount * 700)).toBe(1_000_700);
});

test('a failure starts the wait anew', () => {
  const query = answeredAt(1_000_000);
  query.setState({ errorUpdatedAt: 1_040_000, status: 'error' });
  expect(nextAskAt(query, 2000)).toBe(1_042_000);
});

test('where the rule says never, there is no next try', () => {
  expect(nextAskAt(answeredAt(1_000_000), false)).toBeNull();
  expect(nextAskAt(answeredAt(1_000_000), () => false)).toBeNull();
});

test('who comes back waits only for the rest of the pace, and for what is overdue a moment', () => {
  expect(untilDue(answeredAt(1_000_000), 5000, 1_001_500)).toBe(3500);
  expect(untilDue(answeredAt(1_000_000), 5000, 1_009_000)).toBe(1000);
  expect(untilDue(answeredAt(1_000_000), false, 1_001_500)).toBe(false);
});
