import { expect, test } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatDay,
  formatDuration,
  formatDurationWords,
  formatInstant,
  formatInstantFull,
  shortId,
  zoneName,
} from './format.ts';

// The tests run in Asia/Kolkata, 5:30 ahead of UTC all year (vitest.config.ts).
const now = Date.UTC(2026, 10, 20, 20, 0, 0);

test.each([
  [Date.UTC(2026, 10, 20, 13, 55, 2), '20 Nov 19:25:02', '13:55:02'],
  [Date.UTC(2026, 10, 20, 19, 55, 2), '01:25:02', '19:55:02'],
  [Date.UTC(2026, 10, 19, 18, 30, 0), '20 Nov 00:00:00', '19 Nov 18:30:00'],
  [Date.UTC(2026, 0, 5, 0, 0, 0), '5 Jan 05:30:00', '5 Jan 00:00:00'],
  [Date.UTC(2025, 11, 31, 19, 0, 0), '1 Jan 00:30:00', '31 Dec 2025 19:00:00'],
  [Date.UTC(2016, 3, 7, 16, 6, 15), '7 Apr 2016 21:36:15', '7 Apr 2016 16:06:15'],
])('the instant %d is short in Kolkata as %s and in UTC as %s', (ms, local, utc) => {
  expect(formatInstant(ms, 'local', now)).toBe(local);
  expect(formatInstant(ms, 'utc', now)).toBe(utc);
});

test('an instant in full has its year, also on the same day', () => {
  expect(formatInstantFull(Date.UTC(2026, 10, 20, 19, 55, 2), 'local')).toBe('21 Nov 2026 01:25:02');
  expect(formatInstantFull(Date.UTC(2026, 10, 20, 19, 55, 2), 'utc')).toBe('20 Nov 2026 19:55:02');
});

test('the zone is named as people know it', () => {
  expect(zoneName('utc', now)).toBe('UTC');
  expect(zoneName('local', now)).toBe('GMT+5:30');
});

test.each([
  [0, '0 s', '0 s'],
  [940, '0.9 s', '0.9 s'],
  [1000, '1 s', '1 s'],
  [9940, '9.9 s', '9.9 s'],
  [9999, '9 s', '9 s'],
  [59_999, '59 s', '59 s'],
  [60_000, '1:00', '1 min'],
  [163_000, '2:43', '2 min 43 s'],
  [3_599_999, '59:59', '59 min 59 s'],
  [3_600_000, '1:00:00', '1 h 0 min'],
  [3_723_000, '1:02:03', '1 h 2 min'],
  [86_399_000, '23:59:59', '23 h 59 min'],
  [183_600_000, '2 d 03:00:00', '2 d 3 h'],
])('%d ms read as %s, in a sentence as %s', (ms, column, words) => {
  expect(formatDuration(ms)).toBe(column);
  expect(formatDurationWords(ms)).toBe(words);
});

test('counts have their thousands told apart', () => {
  expect([0, 999, 28_410, 1_000_000].map(formatCount)).toEqual(['0', '999', '28,410', '1,000,000']);
});

test('a long ID keeps its ends and a short one is whole', () => {
  expect(shortId('9f2c83d1-1111-2222-3333-4444555541ab')).toBe('9f2c83d1…41ab');
  expect(shortId('open-pool-op1id')).toBe('open-pool-op1id');
  expect(shortId('1234567890123456')).toBe('1234567890123456');
  expect(shortId('12345678901234567')).toBe('12345678…4567');
});

test('a day is that of the viewer’s zone, with its year only where it is another', () => {
  // Kolkata is on the 21st already, UTC is not.
  expect(formatDay(Date.UTC(2026, 11, 20, 19, 0), 'local', now)).toBe('21 Dec');
  expect(formatDay(Date.UTC(2026, 11, 20, 19, 0), 'utc', now)).toBe('20 Dec');
  expect(formatDay(Date.UTC(2027, 0, 5), 'utc', now)).toBe('5 Jan 2027');
});

test('a size is short', () => {
  expect([0, 1, 820, 1000, 999_499, 999_500, 4_920_000, 41_000_000].map((size) => formatBytes(size))).toEqual(
    ['0 bytes', '1 byte', '820 bytes', '1 kB', '999 kB', '1.0 MB', '4.9 MB', '41.0 MB'],
  );
});
