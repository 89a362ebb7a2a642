import { expect, test } from 'vitest';
import { relativeAgoMs, resolveDate } from './relativeTime.ts';

test.each([
  ['now', 0],
  ['now-0s', 0],
  ['now-45s', 45_000],
  ['now-15m', 900_000],
  ['now-24h', 86_400_000],
  ['now-7d', 604_800_000],
  ['now-2w', 1_209_600_000],
  ['now-3650d', 315_360_000_000],
])('%s lies %d ms back', (text, ms) => {
  expect(relativeAgoMs(text)).toBe(ms);
});

test.each([
  'now-3651d',
  'now-999999999w',
  'now-1234567890s',
  'now+1h',
  'now-1y',
  'now-h',
  'now-1.5h',
  'now--1h',
  'NOW',
  ' now',
  'now-1h ',
  '2026-11-20',
  '',
])('%j is no relative date', (text) => {
  expect(relativeAgoMs(text)).toBeNull();
});

test('a relative date follows the clock and an absolute one does not', () => {
  expect(resolveDate('now-24h', Date.UTC(2026, 10, 21, 10, 0, 0, 5))).toBe('2026-11-20T10:00:00.005');
  expect(resolveDate('now-24h', Date.UTC(2026, 10, 22, 10))).toBe('2026-11-21T10:00:00.000');
  expect(resolveDate('2026-11-20', Date.UTC(2026, 10, 22, 10))).toBe('2026-11-20');
  expect(resolveDate('2026-11-20T07:00Z', Date.UTC(2026, 10, 22, 10))).toBe('2026-11-20T07:00:00');
  expect(resolveDate('tomorrow', 0)).toBeNull();
});
