import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetOf, type OffsetAt } from '../../ui/zoneOffset.ts';
import { instantsOf, wallOf } from './wallTime.ts';

/** The offset of a named zone, from the platform's own table of zones. */
function offsetIn(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (ms) => {
    const name = format.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  };
}

const kolkata = offsetIn('Asia/Kolkata');
const stJohns = offsetIn('America/St_Johns');
const at = (utc: string) => Date.parse(utc);

describe('the zone of this machine, which the tests put in Kolkata', () => {
  test('is five and a half hours ahead of UTC', () => {
    expect(offsetOf('local')(at('2026-11-20T07:30:00Z'))).toBe(330);
    expect(offsetOf('utc')(at('2026-11-20T07:30:00Z'))).toBe(0);
  });
});

describe('an instant on the wall', () => {
  test('stands in the zone of the clock', () => {
    expect(wallOf(at('2026-11-20T07:30:05Z'), kolkata)).toBe('2026-11-20T13:00:05');
    expect(wallOf(at('2026-11-20T07:30:05Z'), stJohns)).toBe('2026-11-20T04:00:05');
    expect(wallOf(at('2026-11-20T20:00:00.874Z'), kolkata)).toBe('2026-11-21T01:30');
  });

  test('leaves out seconds of zero, as the browser does', () => {
    expect(wallOf(at('2026-11-20T07:30:00Z'), kolkata)).toBe('2026-11-20T13:00');
  });
});

describe('a time on the wall', () => {
  test('is one instant on most days', () => {
    const instant = at('2026-11-20T07:30:00Z');
    const once = { earliest: instant, latest: instant, shown: 'once' };
    expect(instantsOf('2026-11-20T13:00', kolkata)).toEqual(once);
    expect(instantsOf('2026-11-20T13:00:00', kolkata)).toEqual(once);
    expect(instantsOf('2026-11-20T04:00:00', stJohns)).toEqual(once);
  });

  test('that clocks skip in spring is read as the one after the gap', () => {
    const moved = at('2026-03-08T06:00:00Z');
    expect(instantsOf('2026-03-08T02:30', stJohns)).toEqual({
      earliest: moved,
      latest: moved,
      shown: 'never',
    });
    expect(wallOf(moved, stJohns)).toBe('2026-03-08T03:30');
  });

  test('that clocks show twice in autumn is two instants, an hour apart', () => {
    expect(instantsOf('2026-11-01T01:30', stJohns)).toEqual({
      earliest: at('2026-11-01T04:00:00Z'),
      latest: at('2026-11-01T05:00:00Z'),
      shown: 'twice',
    });
  });

  test.each(['', 'yesterday', '2026-11-20', '2026-13-01T00:00', '12026-01-01T00:00', '2026-11-20T25:00'])(
    'is none in %j',
    (text) => {
      expect(instantsOf(text, kolkata)).toBeNull();
    },
  );

  test.each(['Asia/Kolkata', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'])(
    'in %s leads back to the instant it was taken from',
    (zone) => {
      const offsetAt = offsetIn(zone);
      const seconds = fc.integer({
        min: at('2015-01-01T00:00Z') / 1000,
        max: at('2035-01-01T00:00Z') / 1000,
      });
      fc.assert(
        fc.property(seconds, (second) => {
          const reading = instantsOf(wallOf(second * 1000, offsetAt), offsetAt);
          expect([reading?.earliest, reading?.latest]).toContain(second * 1000);
          expect(reading?.shown).not.toBe('never');
        }),
        { numRuns: 300 },
      );
    },
  );
});
