import type { RangeField } from '../../../toloka/filters.ts';
import { formatUtc, parseUtc } from '../../../toloka/time.ts';
import { boundsOf, type Bounds } from './boundNames.ts';
import type { OffsetAt } from '../../ui/zoneOffset.ts';
import { instantsOf, wallOf } from './wallTime.ts';

/** Days as a `date` field holds them (`2026-11-14`), both of them meant whole; empty where there is no end. */
export type Days = { readonly first: string; readonly last: string };

export const NO_DAYS: Days = { first: '', last: '' };

export const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The whole days that a field's bounds mean in a zone, or null when they are no such range. */
export function boundsToDays(field: RangeField, bounds: Bounds, offsetAt: OffsetAt): Days | null {
  let days = NO_DAYS;
  for (const { bound, value } of boundsOf(field, bounds)) {
    const at = parseUtc(value);
    if (at === null || (bound !== 'gte' && bound !== 'lt')) return null;
    const day = wallOf(at, offsetAt).slice(0, 10);
    if (beginningOf(day, offsetAt) !== secondsOf(at)) return null;
    days = bound === 'gte' ? { ...days, first: day } : { ...days, last: dayBefore(day) };
  }
  return days.first === '' && days.last === '' ? null : days;
}

/** The first instant of a day in a zone, as the API writes it; null beyond the years that the API can read. */
export function beginningOf(day: string, offsetAt: OffsetAt): string | null {
  const reading = DAY.test(day) ? instantsOf(`${day}T00:00`, offsetAt) : null;
  return reading && secondsOf(reading.earliest);
}

function secondsOf(ms: number): string | null {
  const text = formatUtc(ms).slice(0, 19);
  return parseUtc(text) === ms ? text : null;
}

function dayBefore(day: string): string {
  return shifted(day, -DAY_MS);
}

/** The day so many ms on; empty where that is no day. */
export function shifted(day: string, ms: number): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? '' : new Date(at + ms).toISOString().slice(0, 10);
}
