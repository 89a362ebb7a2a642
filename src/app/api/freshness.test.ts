import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askByHand, beginAsking, readAt } from './freshness.ts';

const KEY = ['operations', 'demo', 'one', 'a'];
beforeEach(() => vi.useFakeTimers({ now: 100_000 }));
afterEach(() => vi.useRealTimers());

const queryOf = (client: QueryClient) => client.getQueryCache().find({ queryKey: KEY });

/** Asks once, with an answer of the given age (ms) for each part; returns whether it was asked by hand. */
async function ask(client: QueryClient, ages: readonly number[]): Promise<boolean> {
  let fresh = false;
  const queryFn = () => {
    const asking = beginAsking(client, KEY, Date.now());
    ({ fresh } = asking);
    for (const age of ages) asking.heard(Date.now() - age);
    return { told: asking.end() };
  };
  await client.fetchQuery({ queryKey: KEY, queryFn, staleTime: 0 });
  return fresh;
}

test('data are as old as the oldest answer that they are made of', async () => {
  const client = new QueryClient();
  expect(readAt(queryOf(client))).toBe(0);
  await ask(client, [0, 900, 300]);
  expect(client.getQueryData(KEY)).toEqual({ told: 99_100 });
  expect(readAt(queryOf(client))).toBe(99_100);
  vi.setSystemTime(105_000);
  await ask(client, [0]);
  expect(readAt(queryOf(client))).toBe(105_000);
});

test('data that were put there otherwise are as old as was said', async () => {
  const client = new QueryClient();
  await ask(client, [900]);
  client.setQueryData(KEY, 'from a list', { updatedAt: 98_000 });
  expect(readAt(queryOf(client))).toBe(98_000);
});

test('only what is asked by hand is, and only while it is asked', async () => {
  const client = new QueryClient();
  expect(await ask(client, [0])).toBe(false);
  expect(await askByHand(client, KEY, () => ask(client, [0]))).toBe(true);
  expect(await ask(client, [0])).toBe(false);
  await expect(askByHand(client, KEY, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await ask(client, [0])).toBe(false);
});
