import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { decodeOperation } from '../../toloka/operation.ts';
import { operationKey } from './keys.ts';
import { onProgress, progressRecord, recordProgress } from './progressLog.ts';

let client: QueryClient;
let stop: () => void;
beforeEach(() => {
  client = new QueryClient();
  stop = recordProgress(client);
});
afterEach(() => {
  stop();
  client.clear();
});

/** What an answer does to the cache. */
function answer(id: string, fields: object, at: number): void {
  const operation = decodeOperation({ id, type: 'POOL.OPEN', status: 'RUNNING', ...fields });
  client.setQueryData(operationKey('demo', id), operation, { updatedAt: at });
}

test('each answer about a running operation is a sample, also one that says nothing new', () => {
  answer('a', { progress: 10 }, 1000);
  answer('a', { progress: 10 }, 2000);
  answer('a', { progress: 12 }, 3000);
  expect(progressRecord('demo', 'a')?.samples).toEqual([
    { at: 1000, percent: 10 },
    { at: 2000, percent: 10 },
    { at: 3000, percent: 12 },
  ]);
  expect(progressRecord('production', 'a')).toBeUndefined();
});

test('the record outlives the cache, and is a new object with each answer alone', () => {
  answer('b', { progress: 10 }, 1000);
  const before = progressRecord('demo', 'b');
  client.clear();
  expect(progressRecord('demo', 'b')).toBe(before);
  answer('b', { progress: 11 }, 2000);
  expect(progressRecord('demo', 'b')?.samples).toHaveLength(2);
});

test('when it was seen waiting is kept, and nothing of what came after its end', () => {
  answer('c', { status: 'PENDING' }, 1000);
  answer('c', { progress: 0 }, 2000);
  answer('c', { status: 'SUCCESS', progress: 100 }, 3000);
  expect(progressRecord('demo', 'c')).toEqual({ waitingAt: 1000, samples: [{ at: 2000, percent: 0 }] });
});

test('what a list knew of it when its page is opened is the first sample', () => {
  const operation = decodeOperation({ id: 'd', type: 'POOL.OPEN', status: 'RUNNING', progress: 7 });
  client.getQueryCache().build(client, {
    queryKey: operationKey('demo', 'd'),
    initialData: operation,
    initialDataUpdatedAt: 500,
  });
  expect(progressRecord('demo', 'd')?.samples).toEqual([{ at: 500, percent: 7 }]);
});

test('listeners hear of news until they stop listening; other answers are none of theirs', () => {
  const listener = vi.fn();
  const leave = onProgress(listener);
  answer('e', { progress: 1 }, 1000);
  client.setQueryData(['operations', 'demo', 'list', ''], { items: [] });
  expect(listener).toHaveBeenCalledTimes(1);
  leave();
  answer('e', { progress: 2 }, 2000);
  expect(listener).toHaveBeenCalledTimes(1);
});

test('only the 200 operations heard of last are kept', () => {
  for (let index = 0; index < 201; index++) answer(`many-${index}`, { progress: 1 }, 1000);
  expect(progressRecord('demo', 'many-0')).toBeUndefined();
  expect(progressRecord('demo', 'many-1')).toBeDefined();
});

test('answers that came before the recording began are samples too', () => {
  stop();
  answer('early', { progress: 30 }, 1000);
  expect(progressRecord('demo', 'early')).toBeUndefined();
  stop = recordProgress(client);
  answer('early', { progress: 31 }, 2000);
  expect(progressRecord('demo', 'early')?.samples).toEqual([
    { at: 1000, percent: 30 },
    { at: 2000, percent: 31 },
  ]);
});

test('two that record at once keep what one would, and nobody hears of an answer twice', () => {
  const stopToo = recordProgress(client);
  const listener = vi.fn();
  const leave = onProgress(listener);
  answer('twice', { status: 'PENDING' }, 1000);
  answer('twice', { progress: 5 }, 2000);
  expect(progressRecord('demo', 'twice')).toEqual({ waitingAt: 1000, samples: [{ at: 2000, percent: 5 }] });
  expect(listener).toHaveBeenCalledTimes(2);
  leave();
  stopToo();
});
