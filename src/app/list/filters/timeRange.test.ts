import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOUND_NAMES, boundParameter } from '../../../toloka/filters.ts';
import type { Bounds } from './boundNames.ts';
import { presetOf } from './boundNames.ts';
import { applyDraft, applyPreset, decidingBound, draftOf, fieldMeaning } from './timeRange.ts';
import type { OffsetAt } from '../../ui/zoneOffset.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const kolkata: OffsetAt = () => 330;
const utc: OffsetAt = () => 0;
/** A zone whose clocks go from 01:59 back to 01:00 at 2026-11-01T04:30Z, as St. John's do. */
const stJohns: OffsetAt = (ms) => (ms < Date.parse('2026-11-01T04:30:00Z') ? -150 : -210);

describe('the form of a range', () => {
  test('shows the bounds as a clock in the zone does, the exclusive ones too', () => {
    const bounds: Bounds = {
      submitted_gt: '2022-11-22T16:11:38.874123',
      submitted_lte: '2022-12-01',
      finished_gte: '2020-01-01',
    };
    expect(draftOf('submitted', bounds, kolkata, NOW)).toEqual({
      lower: '2022-11-22T21:41:38',
      upper: '2022-12-01T05:30',
    });
    expect(draftOf('submitted', {}, kolkata, NOW)).toEqual({ lower: '', upper: '' });
  });

  test('shows what a relative bound means now', () => {
    expect(draftOf('submitted', { submitted_gte: 'now-24h' }, utc, NOW).lower).toBe('2026-11-20T12:00');
  });

  test('shows, of two bounds on a side, the one that decides', () => {
    const lower = (bounds: Bounds) => decidingBound('submitted', bounds, 'lower', NOW)?.name;
    expect(lower({ submitted_gt: '2022-01-01', submitted_gte: '2022-01-02' })).toBe('submitted_gte');
    expect(lower({ submitted_gt: '2022-01-02', submitted_gte: '2022-01-01' })).toBe('submitted_gt');
    expect(lower({ submitted_gt: '2022-01-01', submitted_gte: '2022-01-01T00:00:00.000' })).toBe(
      'submitted_gt',
    );
    const upper: Bounds = { submitted_lt: '2022-01-01', submitted_lte: '2022-01-02' };
    expect(decidingBound('submitted', upper, 'upper', NOW)?.name).toBe('submitted_lt');
  });
});

describe('applying the form', () => {
  const bounds: Bounds = { submitted_gt: '2022-11-22T16:11:38.874123', finished_gte: '2020-01-01' };

  test('writes what was entered as an inclusive bound in UTC', () => {
    const draft = { lower: '2026-11-20T13:00', upper: '2026-11-20T14:00:05' };
    expect(applyDraft('submitted', {}, draft, kolkata, NOW)).toEqual({
      kind: 'edit',
      bounds: { submitted_gte: '2026-11-20T07:30:00', submitted_lte: '2026-11-20T08:30:05' },
      replaced: ['submitted_gt', 'submitted_gte', 'submitted_lt', 'submitted_lte'],
    });
  });

  test('keeps a side that nobody touched to the last digit', () => {
    const draft = { ...draftOf('submitted', bounds, kolkata, NOW), upper: '2022-11-23T00:00' };
    expect(applyDraft('submitted', bounds, draft, kolkata, NOW)).toEqual({
      kind: 'edit',
      bounds: { ...bounds, submitted_lte: '2022-11-22T18:30:00' },
      replaced: ['submitted_lt', 'submitted_lte'],
    });
  });

  test('replaces both bounds of a side that was touched, and drops those of an emptied one', () => {
    const both: Bounds = {
      submitted_gt: '2022-01-01',
      submitted_gte: '2022-01-02',
      submitted_lt: '2023-01-01',
    };
    const draft = { lower: '2022-01-03T00:00', upper: '' };
    expect(applyDraft('submitted', both, draft, utc, NOW)).toMatchObject({
      bounds: { submitted_gte: '2022-01-03T00:00:00' },
    });
    expect(applyDraft('submitted', both, { lower: '', upper: '' }, utc, NOW)).toMatchObject({ bounds: {} });
  });

  test('refuses a beginning behind the end, judged to the last digit', () => {
    const late = { lower: '2026-11-20T13:00:01', upper: '2026-11-20T13:00' };
    expect(applyDraft('submitted', {}, late, kolkata, NOW)).toMatchObject({ kind: 'fault', side: 'lower' });
    const end: Bounds = { submitted_lte: '2026-11-20T12:59:59.999999' };
    const draft = { ...draftOf('submitted', end, utc, NOW), lower: '2026-11-20T13:00' };
    expect(applyDraft('submitted', end, draft, utc, NOW)).toMatchObject({ kind: 'fault' });
    expect(applyDraft('submitted', end, { ...draft, lower: '2026-11-20T12:59:59' }, utc, NOW)).toMatchObject({
      kind: 'edit',
    });
  });

  test('refuses a year that the API cannot read', () => {
    const draft = { lower: '', upper: '9999-12-31T23:59' };
    expect(applyDraft('submitted', {}, draft, () => -60, NOW)).toMatchObject({
      kind: 'fault',
      side: 'upper',
    });
  });

  test('takes in both instants of a time that clocks show twice', () => {
    const draft = { lower: '2026-11-01T01:30', upper: '2026-11-01T01:30' };
    expect(applyDraft('submitted', {}, draft, stJohns, NOW)).toMatchObject({
      bounds: { submitted_gte: '2026-11-01T04:00:00', submitted_lte: '2026-11-01T05:00:00' },
    });
  });

  test('without a touch changes nothing, whatever the bounds and the zone', () => {
    const date = fc.oneof(
      fc.constantFrom('now', 'now-1h', 'now-30d', '2022-12-01'),
      fc
        .date({ min: new Date('1000-01-01'), max: new Date('9998-01-01'), noInvalidDate: true })
        .map((day) => `${day.toISOString().slice(0, 23)}123`),
    );
    const anyBounds = fc
      .subarray(BOUND_NAMES.map((bound) => boundParameter('finished', bound)))
      .chain((names) => fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), date))))
      .map((entries): Bounds => Object.fromEntries(entries));
    fc.assert(
      fc.property(anyBounds, fc.integer({ min: -840, max: 840 }), (bounds, minutes) => {
        const draft = draftOf('finished', bounds, () => minutes, NOW);
        expect(applyDraft('finished', bounds, draft, () => minutes, NOW)).toEqual({
          kind: 'edit',
          bounds,
          replaced: [],
        });
      }),
    );
  });
});

describe('what a field means', () => {
  const bounds: Bounds = { submitted_gte: '2022-11-22T16:11:38.874123' };

  test('is the URL’s own bound to the last digit until it is touched', () => {
    expect(fieldMeaning('submitted', bounds, 'lower', '2022-11-22T16:11:38', utc, NOW)).toMatchObject({
      utc: '2022-11-22T16:11:38.874123',
      kept: { name: 'submitted_gte' },
    });
    expect(fieldMeaning('submitted', bounds, 'lower', '2022-11-22T16:11:39', utc, NOW)).toEqual({
      utc: '2022-11-22T16:11:39',
      shown: 'once',
      kept: null,
    });
  });

  test('is nothing while it is empty', () => {
    expect(fieldMeaning('submitted', {}, 'lower', '', utc, NOW)).toBeNull();
  });
});

describe('a span that ends now', () => {
  test('takes the place of the whole range and of no other field’s', () => {
    const bounds: Bounds = { submitted_lt: '2020-01-01', submitted_gt: '2019-01-01', id_gt: 'a' };
    expect(applyPreset('submitted', bounds, 'now-24h')).toEqual({ submitted_gte: 'now-24h', id_gt: 'a' });
  });

  test('is known only when it is all there is', () => {
    expect(presetOf('submitted', { submitted_gte: 'now-24h', id_gt: 'a' })).toBe('now-24h');
    expect(presetOf('submitted', { submitted_gte: 'now-24h', submitted_lt: 'now-1h' })).toBeNull();
    expect(presetOf('submitted', { submitted_gt: 'now-24h' })).toBeNull();
    expect(presetOf('submitted', { submitted_gte: 'now' })).toBeNull();
    expect(presetOf('submitted', { submitted_gte: '2022-12-01' })).toBeNull();
  });
});
