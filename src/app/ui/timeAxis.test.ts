import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisLabels, roundInstants } from './timeAxis.ts';

const utc = () => 0;
const at = (text: string) => Date.parse(text);
const texts = (from: string, to: string, today: string, zone: 'utc' | 'local' = 'utc') =>
  axisLabels(at(from), at(to), 5, zone, at(today)).map(({ text }) => text);

test('a stretch of today is labelled by its clock', () => {
  const today = '2026-11-20T15:00:00Z';
  expect(texts('2026-11-20T13:31:07Z', '2026-11-20T14:02:15Z', today)).toEqual(['13:40', '13:50', '14:00']);
  expect(texts('2026-11-20T13:31:07Z', '2026-11-20T13:31:22Z', today)).toEqual([
    '13:31:10',
    '13:31:15',
    '13:31:20',
  ]);
});

test('by the clock of the chosen zone, which the tests put in Kolkata', () => {
  expect(texts('2026-11-20T00:10:00Z', '2026-11-20T03:40:00Z', '2026-11-20T15:00:00Z', 'local')).toEqual([
    '06:00',
    '07:00',
    '08:00',
    '09:00',
  ]);
});

test('where days change, the day is named once; of another day at the first label', () => {
  const today = '2026-11-21T15:00:00Z';
  expect(texts('2026-11-20T19:00:00Z', '2026-11-21T09:00:00Z', today)).toEqual([
    '20 Nov 20:00',
    '21 Nov',
    '04:00',
    '08:00',
  ]);
  expect(texts('2026-11-18T20:10:00Z', '2026-11-18T20:13:00Z', today)).toEqual([
    '18 Nov 20:10',
    '20:11',
    '20:12',
    '20:13',
  ]);
});

test('long stretches are labelled by days, months and years', () => {
  const today = '2026-11-21T15:00:00Z';
  expect(texts('2026-11-16T19:00:00Z', '2026-11-21T09:00:00Z', today)).toEqual([
    '17 Nov',
    '18 Nov',
    '19 Nov',
    '20 Nov',
    '21 Nov',
  ]);
  expect(texts('2026-01-16T19:00:00Z', '2026-06-21T09:00:00Z', today)).toEqual([
    '1 Feb',
    '1 Mar',
    '1 Apr',
    '1 May',
    '1 Jun',
  ]);
  expect(texts('2022-01-16T19:00:00Z', '2026-06-21T09:00:00Z', today)).toEqual([
    '1 Jan 2023',
    '1 Jan 2024',
    '1 Jan 2025',
    '1 Jan',
  ]);
});

test('when clocks are set back, no hour is named before its time', () => {
  // Clocks go from 03:00 (+2) back to 02:00 (+1) at 01:00 UTC.
  const berlin = (ms: number) => (ms < at('2026-10-25T01:00:00Z') ? 120 : 60);
  const hours = roundInstants(at('2026-10-24T22:00:00Z'), at('2026-10-25T03:00:00Z'), 6, berlin);
  expect(hours).toEqual(
    [
      '2026-10-24T22:00Z',
      '2026-10-24T23:00Z',
      '2026-10-25T01:00Z',
      '2026-10-25T02:00Z',
      '2026-10-25T03:00Z',
    ].map(at),
  );
});

test('of any stretch there are one to five round instants, in order and within it', () => {
  const begin = fc.integer({ min: at('2015-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') });
  const length = fc.double({ min: Math.log(3000), max: Math.log(8e11), noNaN: true }).map(Math.exp);
  const offset = fc.constantFrom(0, 330, -210, 765);
  fc.assert(
    fc.property(begin, length, offset, (from, ms, minutes) => {
      const to = Math.floor(from + ms);
      const instants = roundInstants(from, to, 5, () => minutes);
      expect(instants.length).toBeGreaterThanOrEqual(1);
      expect(instants.length).toBeLessThanOrEqual(5);
      expect(instants.every((each) => each >= from && each <= to)).toBe(true);
      expect(instants.every((each, index) => index === 0 || each > (instants[index - 1] ?? 0))).toBe(true);
      expect(instants.every((each) => (each + minutes * 60_000) % 1000 === 0)).toBe(true);
    }),
  );
});

test('a stretch that is a whole number of steps has a label at either end', () => {
  expect(roundInstants(0, 4 * 60_000, 5, utc)).toEqual([0, 60_000, 120_000, 180_000, 240_000]);
});
