import { describe, expect, test } from 'vitest';
import { floorToDigits, parseMicros, writeMicros } from './micros.ts';

const AT = Date.UTC(2016, 3, 7, 16, 6, 15, 902) * 1000 + 37;

describe('times in microseconds', () => {
  test.each([
    [0, '2016-04-07T16:06:15'],
    [3, '2016-04-07T16:06:15.902'],
    [6, '2016-04-07T16:06:15.902037'],
  ] as const)('are written with exactly %i fraction digits and no zone', (digits, text) => {
    expect(writeMicros(AT, digits)).toBe(text);
    expect(parseMicros(text)).toBe(floorToDigits(AT, digits));
  });

  test('a bare date is midnight UTC', () => {
    expect(parseMicros('2022-12-01')).toBe(1_669_852_800_000_000);
  });

  test('digits beyond the sixth order exactly', () => {
    expect(parseMicros('2022-12-01T00:00:00.0000005')).toBe(1_669_852_800_000_000.5);
    expect(parseMicros('2022-12-01T00:00:00.000001')).toBe(1_669_852_800_000_001);
  });

  test.each([
    '2022-12-01T10:00:00Z',
    '2022-12-01T10:00',
    '2022-12-01 10:00:00',
    '2022-12-01T10:00:00+03:00',
    '2022-13-01',
    '2022-02-30',
    '2022-12-01T24:00:00',
    '2022-12-01T10:00:00.',
    'now-24h',
    '1669852800',
  ])('%s is refused', (text) => {
    expect(parseMicros(text)).toBeNull();
  });
});
