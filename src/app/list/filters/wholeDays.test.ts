import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsToDays, type Days } from './wholeDays.ts';
import { daysToBounds } from './daysToBounds.ts';
import type { OffsetAt } from '../../ui/zoneOffset.ts';

const UTC: OffsetAt = () => 0;
const KOLKATA: OffsetAt = () => 330;
/** St. John's in autumn 2026: clocks go back from UTC−2:30 to UTC−3:30 on 1 November at 02:00. */
const ST_JOHNS: OffsetAt = (ms) => (ms < Date.UTC(2026, 10, 1, 4, 30) ? -150 : -210);

test('the last day is included to its last moment', () => {
  expect(daysToBounds('submitted', {}, { first: '2026-11-13', last: '2026-11-14' }, UTC)).toEqual({
    submitted_gte: '2026-11-13T00:00:00',
    submitted_lt: '2026-11-15T00:00:00',
  });
});

test('days are those of the zone', () => {
  const day: Days = { first: '2026-11-14', last: '2026-11-14' };
  expect(daysToBounds('finished', {}, day, KOLKATA)).toEqual({
    finished_gte: '2026-11-13T18:30:00',
    finished_lt: '2026-11-14T18:30:00',
  });
});

test('a day on which clocks go back has 25 hours', () => {
  const day: Days = { first: '2026-11-01', last: '2026-11-01' };
  expect(daysToBounds('submitted', {}, day, ST_JOHNS)).toEqual({
    submitted_gte: '2026-11-01T02:30:00',
    submitted_lt: '2026-11-02T03:30:00',
  });
});

test('they take the place of whatever bounded the field, and of nothing else', () => {
  const before = { submitted_gt: 'now-24h', submitted_lte: '2026-01-01', finished_gte: 'now-7d', id_gt: 'a' };
  expect(daysToBounds('submitted', before, { first: '', last: '2026-11-14' }, UTC)).toEqual({
    submitted_lt: '2026-11-15T00:00:00',
    finished_gte: 'now-7d',
    id_gt: 'a',
  });
});

test('what is no range of days is refused', () => {
  expect(daysToBounds('submitted', {}, { first: '', last: '' }, UTC)).toBeNull();
  expect(daysToBounds('submitted', {}, { first: '2026-11-15', last: '2026-11-14' }, UTC)).toBeNull();
  expect(daysToBounds('submitted', {}, { first: '2026-13-40', last: '' }, UTC)).toBeNull();
});

test('bounds that are not whole days are not taken for them', () => {
  expect(boundsToDays('submitted', {}, UTC)).toBeNull();
  expect(boundsToDays('submitted', { submitted_gte: 'now-24h' }, UTC)).toBeNull();
  expect(boundsToDays('submitted', { submitted_gte: '2026-11-14T00:00:01' }, UTC)).toBeNull();
  expect(boundsToDays('submitted', { submitted_lte: '2026-11-14T00:00:00' }, UTC)).toBeNull();
  expect(boundsToDays('submitted', { submitted_gte: '2026-11-14' }, KOLKATA)).toBeNull();
  expect(boundsToDays('submitted', { submitted_gte: '2026-11-14' }, UTC)).toEqual({
    first: '2026-11-14',
    last: '',
  });
});

test('days come back as they were entered, in every zone', () => {
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((index) => new Date(Date.UTC(2000, 0, 1) + index * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, fc.constantFrom(UTC, KOLKATA, ST_JOHNS), (a, b, zone) => {
      const days: Days = { first: a < b ? a : b, last: a < b ? b : a };
      const bounds = daysToBounds('submitted', {}, days, zone);
      expect(bounds && boundsToDays('submitted', bounds, zone)).toEqual(days);
    }),
  );
});
