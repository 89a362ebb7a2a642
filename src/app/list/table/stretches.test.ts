import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OffsetAt } from '../../ui/zoneOffset.ts';
import { stretchAround } from './stretches.ts';

/** The offset of a named zone, from the platform's own table of zones. */
function offsetIn(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (ms) => {
    const name = format.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  };
}

/** The stretch as `from … before`, both in UTC. */
function stretch(zone: string, unit: 'hour' | 'day', utc: string): string[] {
  const found = stretchAround(Date.parse(utc), unit, offsetIn(zone));
  return found ? [found.from, found.before].map((ms) => new Date(ms).toISOString().slice(0, 16)) : [];
}

describe('that hour', () => {
  test('is the one on the viewer’s clock, which half-hour zones begin at another minute', () => {
    expect(stretch('UTC', 'hour', '2026-11-20T08:31:07Z')).toEqual(['2026-11-20T08:00', '2026-11-20T09:00']);
    expect(stretch('Asia/Kolkata', 'hour', '2026-11-20T08:31:07Z')).toEqual([
      '2026-11-20T08:30',
      '2026-11-20T09:30',
    ]);
    expect(stretch('America/St_Johns', 'hour', '2026-11-20T08:29:59.999Z')).toEqual([
      '2026-11-20T07:30',
      '2026-11-20T08:30',
    ]);
  });

  test('takes in both when clocks show it twice', () => {
    for (const half of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']) {
      expect(stretch('Europe/Berlin', 'hour', half)).toEqual(['2026-10-25T00:00', '2026-10-25T02:00']);
    }
    expect(stretch('America/St_Johns', 'hour', '2026-11-01T04:10:00Z')).toEqual([
      '2026-11-01T03:30',
      '2026-11-01T05:30',
    ]);
  });

  test('ends where clocks skip the next one', () => {
    expect(stretch('Europe/Berlin', 'hour', '2026-03-29T00:30:00Z')).toEqual([
      '2026-03-29T00:00',
      '2026-03-29T01:00',
    ]);
    expect(stretch('Europe/Berlin', 'hour', '2026-03-29T01:00:00Z')).toEqual([
      '2026-03-29T01:00',
      '2026-03-29T02:00',
    ]);
  });

  test('is half an hour where clocks move by half an hour', () => {
    expect(stretch('Australia/Lord_Howe', 'hour', '2026-10-03T15:45:00Z')).toEqual([
      '2026-10-03T15:30',
      '2026-10-03T16:00',
    ]);
  });
});

describe('that day', () => {
  test('is the viewer’s, not UTC’s', () => {
    expect(stretch('Asia/Kolkata', 'day', '2026-11-20T20:00:00Z')).toEqual([
      '2026-11-20T18:30',
      '2026-11-21T18:30',
    ]);
    expect(stretch('America/St_Johns', 'day', '2026-11-20T02:00:00Z')).toEqual([
      '2026-11-19T03:30',
      '2026-11-20T03:30',
    ]);
  });

  test('has 23 hours when clocks are set forward', () => {
    expect(stretch('Europe/Berlin', 'day', '2026-03-29T12:00:00Z')).toEqual([
      '2026-03-28T23:00',
      '2026-03-29T22:00',
    ]);
    expect(stretch('America/St_Johns', 'day', '2026-03-08T12:00:00Z')).toEqual([
      '2026-03-08T03:30',
      '2026-03-09T02:30',
    ]);
  });

  test('has 25 hours when clocks are set back', () => {
    expect(stretch('Europe/Berlin', 'day', '2026-10-25T01:30:00Z')).toEqual([
      '2026-10-24T22:00',
      '2026-10-25T23:00',
    ]);
    expect(stretch('America/St_Johns', 'day', '2026-11-01T12:00:00Z')).toEqual([
      '2026-11-01T02:30',
      '2026-11-02T03:30',
    ]);
  });

  test('begins at one o’clock where clocks skip midnight', () => {
    expect(stretch('Africa/Cairo', 'day', '2026-04-24T12:00:00Z')).toEqual([
      '2026-04-23T22:00',
      '2026-04-24T21:00',
    ]);
  });

  test('reaches into its second last hour where clocks are set back at midnight', () => {
    // In 2009 St. John's set its clocks back at one minute past midnight.
    expect(stretch('America/St_Johns', 'day', '2009-11-01T03:00:00Z')).toEqual([
      '2009-10-31T02:30',
      '2009-11-01T03:30',
    ]);
  });
});

test.each(['Asia/Kolkata', 'America/St_Johns', 'Europe/Berlin', 'Australia/Lord_Howe', 'UTC'])(
  'hours and days in %s hold their instant and meet their neighbours without a gap',
  (zone) => {
    const offsetAt = offsetIn(zone);
    const instant = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) });
    fc.assert(
      fc.property(instant, fc.constantFrom('hour' as const, 'day' as const), (ms, unit) => {
        const here = stretchAround(ms, unit, offsetAt);
        const next = here && stretchAround(here.before, unit, offsetAt);
        expect(here?.from).toBeLessThanOrEqual(ms);
        expect(here?.before).toBeGreaterThan(ms);
        expect(next?.from).toBe(here?.before);
      }),
      { numRuns: 300 },
    );
  },
);
