import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { decodeOperation, type Operation } from '../../toloka/operation.ts';
import type { PageReading } from '../../toloka/paging/page.ts';
import { listKey, operationKey } from './keys.ts';
import { disbeliefOf, listedReading, takeInOperation } from './operationReadings.ts';
import { takeInPage } from './readings.ts';

const one = (status: string, progress = 0, id = 'one'): Operation =>
  decodeOperation({ id, type: 'POOL.OPEN', status, progress });
const pageOf = (...items: Operation[]): PageReading => ({
  items,
  beyond: [],
  next: null,
  previous: null,
  side: 'after',
  reach: null,
});
const PAGE = [...listKey('demo'), 'view'];

/** A cache in which a list was read at one instant and the operation's own page at another (epoch ms). */
function cache(facts: { list?: [Operation, number]; own?: [Operation, number] }): QueryClient {
  const client = new QueryClient();
  if (facts.list) client.setQueryData(PAGE, pageOf(facts.list[0]), { updatedAt: facts.list[1] });
  if (facts.own) client.setQueryData(operationKey('demo', 'one'), facts.own[0], { updatedAt: facts.own[1] });
  return client;
}
const listed = (client: QueryClient) => client.getQueryData<PageReading>(PAGE)?.items[0];
const own = (client: QueryClient) => client.getQueryData<Operation>(operationKey('demo', 'one'));

test('what an operation’s own page learns, a list that nobody looks at shows too, as old as it was', () => {
  const client = cache({ list: [one('RUNNING', 20), 1000] });
  const next = one('SUCCESS', 100);
  expect(takeInOperation(client, 'demo', { operation: next, at: 2000 })).toBe(next);
  expect(listed(client)).toEqual(next);
  expect(client.getQueryState(PAGE)?.dataUpdatedAt).toBe(1000);
});

test('a list that somebody looks at is left to its own requests, and told when it is left', () => {
  const client = cache({ list: [one('RUNNING', 20), 1000] });
  const observer = new QueryObserver(client, { queryKey: PAGE, enabled: false });
  const leave = observer.subscribe(() => {});
  takeInOperation(client, 'demo', { operation: one('SUCCESS', 100), at: 2000 });
  expect(listed(client)?.status).toBe('RUNNING');
  leave();
  expect(listed(client)?.status).toBe('SUCCESS');
  expect(client.getQueryState(PAGE)?.dataUpdatedAt).toBe(1000);
});

test('what a list is told counts as no answer of its own', () => {
  const client = cache({ list: [one('RUNNING', 20), 1000] });
  const answers = () => client.getQueryState(PAGE)?.dataUpdateCount;
  for (const operation of [one('RUNNING', 20), one('RUNNING', 5, 'two'), one('SUCCESS', 100)]) {
    takeInOperation(client, 'demo', { operation, at: 2000 });
    expect(answers()).toBe(1);
  }
  expect(listed(client)?.status).toBe('SUCCESS');
});

test('a list that has failed is told, and has failed all the same', async () => {
  const client = cache({ list: [one('RUNNING', 20), 1000] });
  const down = () => Promise.reject(new Error('down'));
  await client.prefetchQuery({ queryKey: PAGE, queryFn: down, retry: false });
  takeInOperation(client, 'demo', { operation: one('SUCCESS', 100), at: 2000 });
  expect(listed(client)?.status).toBe('SUCCESS');
  expect(client.getQueryState(PAGE)?.error).toEqual(new Error('down'));
});

test('a list that has asked for itself meanwhile knows better when it is left', () => {
  const client = cache({ list: [one('RUNNING', 20), 1000] });
  const observer = new QueryObserver(client, { queryKey: PAGE, enabled: false });
  const leave = observer.subscribe(() => {});
  takeInOperation(client, 'demo', { operation: one('RUNNING', 30), at: 2000 });
  client.setQueryData(PAGE, pageOf(one('RUNNING', 40)), { updatedAt: 3000 });
  leave();
  expect(listed(client)?.progress).toBe(40);
});

test('what a list learns, the operation’s own page shows when it is come to, and no request is needed', () => {
  const client = cache({ own: [one('RUNNING', 20), 1000] });
  const page = pageOf(one('FAIL', 30), one('RUNNING', 5, 'two'));
  expect(takeInPage(client, 'demo', { page, at: 2000 })).toEqual(page);
  expect(own(client)?.status).toBe('FAIL');
  expect(client.getQueryState(operationKey('demo', 'one'))?.dataUpdatedAt).toBe(2000);
  expect(client.getQueryState(operationKey('demo', 'two'))).toBe(undefined);
});

test('an end that a list has told is not taken back by the operation’s own page, and that is remembered', () => {
  const end = one('SUCCESS', 100);
  const client = cache({ list: [end, 1000] });
  const answer = one('RUNNING', 60);
  expect(takeInOperation(client, 'demo', { operation: answer, at: 2000 })).toBe(end);
  takeInOperation(client, 'demo', { operation: answer, at: 2500 });
  expect(disbeliefOf(client, 'demo', 'one')?.answer).toBe(answer);
  expect(disbeliefOf(client, 'demo', 'one')?.keptAt).toBe(1000);
  expect(disbeliefOf(client, 'production', 'one')).toBe(null);

  const again = one('SUCCESS', 100);
  expect(takeInOperation(client, 'demo', { operation: again, at: 3000 })).toBe(again);
  expect(disbeliefOf(client, 'demo', 'one')).toBe(null);
});

test('a row that has ended never goes back, whichever side told its end', () => {
  const end = one('FAIL', 60);
  for (const client of [cache({ list: [end, 1000] }), cache({ own: [end, 1000] })]) {
    const page = takeInPage(client, 'demo', { page: pageOf(one('RUNNING', 70)), at: 2000 });
    expect(page.items).toEqual([end]);
    expect(disbeliefOf(client, 'demo', 'one')?.answer.status).toBe('RUNNING');
  }
});

test('rows that came along beside the page are weighed like those on it', () => {
  const end = one('FAIL', 60);
  const client = cache({ own: [end, 1000] });
  const page = takeInPage(client, 'demo', { page: { ...pageOf(), beyond: [one('RUNNING', 70)] }, at: 2000 });
  expect(page.beyond).toEqual([end]);
});

test('an answer that was asked for before something newer was heard does not win', () => {
  const client = cache({ own: [one('RUNNING', 80), 5000] });
  const page = takeInPage(client, 'demo', { page: pageOf(one('RUNNING', 70)), at: 4000 });
  expect(page.items[0]?.progress).toBe(80);
  expect(own(client)?.progress).toBe(80);
});

test('an operation’s page begins with the newest that any list has brought, and with an end before all', () => {
  const client = cache({ list: [one('RUNNING', 20), 1000] });
  client.setQueryData([...listKey('demo'), 'other'], pageOf(one('RUNNING', 50)), { updatedAt: 2000 });
  expect(listedReading(client, 'demo', 'one')?.operation.progress).toBe(50);
  client.setQueryData([...listKey('demo'), 'third'], pageOf(one('SUCCESS')), { updatedAt: 1500 });
  expect(listedReading(client, 'demo', 'one')?.operation.status).toBe('SUCCESS');
  expect(listedReading(client, 'production', 'one')).toBe(null);
});

test('an end told of a row that newer ones have pushed off its page is not taken back either', () => {
  const end = one('FAIL', 30);
  const client = cache({});
  client.setQueryData(PAGE, { ...pageOf(one('RUNNING', 5, 'two')), beyond: [end] }, { updatedAt: 1000 });
  const page = { ...pageOf(one('RUNNING', 6, 'two')), beyond: [one('RUNNING', 60)] };
  expect(takeInPage(client, 'demo', { page, at: 2000 }).beyond).toEqual([end]);
  expect(takeInOperation(client, 'demo', { operation: one('RUNNING', 60), at: 2000 })).toBe(end);
});

test('what an operation’s own page learns of such a row, a list that nobody looks at shows too', () => {
  const client = cache({});
  client.setQueryData(PAGE, { ...pageOf(), beyond: [one('RUNNING', 20)] }, { updatedAt: 1000 });
  takeInOperation(client, 'demo', { operation: one('SUCCESS', 100), at: 2000 });
  expect(client.getQueryData<PageReading>(PAGE)?.beyond[0]?.status).toBe('SUCCESS');
});
