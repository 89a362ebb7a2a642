import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isOverdue } from './overdue.ts';

beforeEach(() => vi.useFakeTimers({ now: 100_000 }));
afterEach(() => vi.useRealTimers());

const at = (dataUpdatedAt: number, errorUpdatedAt = 0) => ({ state: { dataUpdatedAt, errorUpdatedAt } });

test('what should have been asked again by now is overdue, by the last answer, good or bad', () => {
  expect(isOverdue(at(95_000), 5000)).toBe(true);
  expect(isOverdue(at(95_001), 5000)).toBe(false);
  expect(isOverdue(at(10_000, 98_000), 5000)).toBe(false);
});

test('what is never asked again by itself, or was never asked, is not', () => {
  expect(isOverdue(at(1000), false)).toBe(false);
  expect(isOverdue(at(0), 5000)).toBe(false);
});
