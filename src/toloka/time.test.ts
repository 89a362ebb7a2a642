import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareUtc } from './timeOrder.ts';
import { formatUtc, parseUtc, toApiTime } from './time.ts';

/** Offset in minutes of a winter and a summer day, which proves that the zone is really the named one. */
const ZONES = [
  ['UTC', 0, 0],
  ['Asia/Kolkata', -330, -330],
  ['America/St_Johns', 210, 150],
] as const;

describe.each(ZONES)('on a machine in %s', (zone, winter, summer) => {
  const before = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    process.env['TZ'] = before;
  });

  test('the machine is really in that zone', () => {
    expect(new Date(Date.UTC(2026, 0, 15)).getTimezoneOffset()).toBe(winter);
    expect(new Date(Date.UTC(2026, 6, 15)).getTimezoneOffset()).toBe(summer);
  });

  test.each([
    ['2016-04-07T16:06:15.902', 1_460_045_175_902],
    ['2016-04-07T16:06:15', 1_460_045_175_000],
    ['2016-04-07T16:06:15.902999', 1_460_045_175_902],
    ['2016-04-07T16:06:15.9', 1_460_045_175_900],
    ['2016-04-07T16:06', 1_460_045_160_000],
    ['2016-04-07T16:06:15.902Z', 1_460_045_175_902],
    ['2022-12-01', 1_669_852_800_000],
    ['1970-01-01T00:00:00', 0],
    ['2024-02-29', 1_709_164_800_000],
    // The hour that is skipped, and the one that comes twice, where St John's changes its clocks.
    ['2026-03-08T02:30:00', 1_772_937_000_000],
    ['2026-11-01T01:30:00.000', 1_793_496_600_000],
  ])('%s is that instant of UTC', (text, ms) => {
    expect(parseUtc(text)).toBe(ms);
  });

  test('an instant is written as UTC without a zone letter', () => {
    expect(formatUtc(1_460_045_175_902)).toBe('2016-04-07T16:06:15.902');
    expect(formatUtc(1_793_496_600_000)).toBe('2026-11-01T01:30:00.000');
  });

  test('what is written reads back as the same instant', () => {
    const instants = fc.integer({ min: Date.UTC(100, 0), max: Date.UTC(9999, 11, 31) });
    fc.assert(fc.property(instants, (ms) => parseUtc(formatUtc(ms)) === ms));
  });
});

test.each([
  '',
  'yesterday',
  '2023-02-29',
  '2026-02-30T10:00:00',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-01-32',
  '2026-01-01T24:00:00',
  '2026-01-01T10:60:00',
  '2026-01-01T23:59:60',
  '2026-1-1',
  '26-01-01',
  '2026-01-01 10:00:00',
  '2026-01-01T10',
  '2026-01-01T10:00:00.',
  '2026-01-01T10:00:00.0000000001',
  '2026-01-01T10:00:00+03:00',
  ' 2026-01-01',
  '2026-01-01\n',
  '0050-01-01',
])('%j is no API time', (text) => {
  expect(parseUtc(text)).toBeNull();
  expect(toApiTime(text)).toBeNull();
});

test.each([
  ['2022-12-01', '2022-12-01'],
  ['2022-12-01T10:15', '2022-12-01T10:15:00'],
  ['2022-12-01T10:15Z', '2022-12-01T10:15:00'],
  ['2022-12-01T10:15:30Z', '2022-12-01T10:15:30'],
  ['2022-12-01T10:15:30.120000', '2022-12-01T10:15:30.120000'],
])('%s goes to the API as %s', (text, spelled) => {
  expect(toApiTime(text)).toBe(spelled);
});

test.each([
  ['2026-11-20T13:55:02.123456', '2026-11-20T13:55:02.123457', -1],
  ['2026-11-20T13:55:02.123', '2026-11-20T13:55:02.123000', 0],
  ['2026-11-20T13:55:02', '2026-11-20T13:55:02.000001', -1],
  ['2026-11-20T13:55:02.1234567', '2026-11-20T13:55:02.123456700', 0],
  ['2026-11-20', '2026-11-20T00:00:00', 0],
  ['2026-11-20T13:55:02Z', '2026-11-20T13:55:02', 0],
  ['2026-11-20T13:55:02.9', '2026-11-20T13:55:02.89', 1],
])('%s against %s orders as %d', (a, b, order) => {
  expect(compareUtc(a, b)).toBe(order);
  expect(compareUtc(b, a)).toBe(order === 0 ? 0 : -order);
});

const two = (value: number) => String(value).padStart(2, '0');

/** An API time in any of its spellings, beside its exact value in nanoseconds since 1970, reckoned apart. */
const timeWithNanos = fc
  .record({
    day: fc.integer({ min: 0, max: 3 }),
    hour: fc.integer({ min: 0, max: 1 }),
    second: fc.integer({ min: 58, max: 59 }),
    fraction: fc.oneof(
      fc.constantFrom('', '0', '1', '10', '100', '000', '001', '000001', '999999', '9'),
      fc.stringMatching(/^\d{1,9}$/),
    ),
    zone: fc.constantFrom('', 'Z'),
  })
  .map(({ day, hour, second, fraction, zone }) => {
    const text = `2026-02-${two(26 + (day % 3))}T${two(hour)}:59:${second}${fraction && `.${fraction}`}${zone}`;
    const seconds = BigInt(20_510 + (day % 3)) * 86_400n + BigInt(hour) * 3600n + 3540n + BigInt(second);
    return { text, nanos: seconds * 1_000_000_000n + BigInt(fraction.padEnd(9, '0') || '0') };
  });

test('times order exactly, down to the last digit of any number of digits', () => {
  fc.assert(
    fc.property(timeWithNanos, timeWithNanos, (a, b) => {
      const order = a.nanos < b.nanos ? -1 : a.nanos > b.nanos ? 1 : 0;
      expect(compareUtc(a.text, b.text)).toBe(order);
    }),
    { numRuns: 2000 },
  );
});

test('milliseconds agree with the exact value, cut', () => {
  fc.assert(
    fc.property(timeWithNanos, ({ text, nanos }) => {
      expect(parseUtc(text)).toBe(Number(nanos / 1_000_000n));
    }),
  );
});

test('no text makes the parser throw, and what it takes it can spell', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d:TZ.-]*$/)), (text) => {
      const at = parseUtc(text);
      const spelled = toApiTime(text);
      expect(spelled === null).toBe(at === null);
      if (spelled !== null) expect(parseUtc(spelled)).toBe(at);
    }),
    { numRuns: 1000 },
  );
});

test('texts that are no times still have one order, so that a sort ends', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
      expect(compareUtc(a, b) + compareUtc(b, a)).toBe(0);
      if (compareUtc(a, b) <= 0 && compareUtc(b, c) <= 0) expect(compareUtc(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});
