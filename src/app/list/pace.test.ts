import { expect, test } from 'vitest';
import { decodeOperation } from '../../toloka/operation.ts';
import type { Page } from '../../toloka/paging/page.ts';
import { listInterval } from '../api/polling.ts';
import { paceWords } from './pace.ts';

const pageOf = (...statuses: string[]): Page => ({
  items: statuses.map((status, index) => decodeOperation({ id: String(index), type: 'POOL.OPEN', status })),
  next: null,
  previous: null,
});

test('the pace follows whether anything shown may still change', () => {
  expect(paceWords(pageOf('SUCCESS', 'RUNNING'))).toBe('every 5 s');
  expect(paceWords(pageOf('SUCCESS', 'NEW.STATUS'))).toBe('every 5 s');
  expect(paceWords(pageOf('SUCCESS', 'FAIL'))).toBe('every 30 s');
  expect(paceWords(pageOf())).toBe('every 30 s');
  expect(paceWords(undefined)).toBe('every 5 s');
});

test.each([
  [true, 5000],
  [false, 30_000],
])('the words are true to the polling rule (live: %s), its spread of 20 % aside', (live, nominal) => {
  const state = {
    data: undefined,
    error: null,
    status: 'success',
    dataUpdateCount: 1,
    errorUpdateCount: 0,
    errorUpdatedAt: 0,
    dataUpdatedAt: 0,
  } as const;
  const ms = Number(listInterval({ queryHash: 'x', state }, live));
  expect(ms).toBeGreaterThanOrEqual(nominal * 0.8);
  expect(ms).toBeLessThanOrEqual(nominal * 1.2);
});
