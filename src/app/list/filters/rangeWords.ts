import { BOUNDS, RANGE_FIELDS, type Bound, type RangeField } from '../../../toloka/filters.ts';
import { relativeAgoMs } from '../../../toloka/relativeTime.ts';
import { parseUtc } from '../../../toloka/time.ts';
import { t, type Text } from '../../../words/words.ts';
import { formatDay, formatInstant, shortId, type Zone } from '../../ui/format.ts';
import { offsetOf } from '../../ui/zoneOffset.ts';
import { boundsOf, presetOf, type Bounds, type SetBound } from './boundNames.ts';
import { agoWords, lastWords } from './relativeWords.ts';
import { boundsToDays } from './wholeDays.ts';

const MINUTE_MS = 60_000;

/** What bounds say about a field, in words: `last 24 hours`, `14 Nov, the whole day`; empty without any. */
export function rangeWords(field: RangeField, bounds: Bounds, zone: Zone, now: number): string {
  const preset = presetOf(field, bounds);
  const set = boundsOf(field, bounds);
  const words = set.map((bound) => boundWords(field, bound, zone, now));
  return (
    (preset && lastWords(preset)) ??
    wholeDaysWords(field, bounds, zone, now) ??
    (set.some(({ value }) => isRelative(value))
      ? words.reduce((first, next) => t('{first} {next}##ago', { first, next }))
      : words.join(' '))
  );
}

/** Whole days by their names, the last one included: `13 Nov to 14 Nov, whole days`. Null when they are none. */
function wholeDaysWords(field: RangeField, bounds: Bounds, zone: Zone, now: number): string | null {
  const offsetAt = offsetOf(zone);
  const days = RANGE_FIELDS[field].kind === 'time' ? boundsToDays(field, bounds, offsetAt) : null;
  if (!days) return null;
  const [first, last] = [days.first, days.last].map((day) => dayWords(day, zone, now));
  const words = { first: first ?? '', last: last ?? '' };
  if (days.first === days.last) return t('{last}, the whole day', words);
  if (days.last === '') return t('from {first}', words);
  return days.first === '' ? t('to {last}, the whole day', words) : t('{first} to {last}, whole days', words);
}

/** A day (`2026-11-14`) as short as it can be read: `14 Nov`, with the year where it is not this one. */
function dayWords(day: string, zone: Zone, now: number): string {
  const at = parseUtc(day);
  // The zone's clock, read as if it were UTC's: a day without a time has no other zone.
  return at === null ? day : formatDay(at, 'utc', now + offsetOf(zone)(now) * MINUTE_MS);
}

function boundWords(field: RangeField, { bound, value }: SetBound, zone: Zone, now: number): string {
  if (RANGE_FIELDS[field].kind === 'id') return `${BOUNDS[bound].sign} ${shortId(value)}`;
  const texts = isRelative(value) ? RELATIVE_BOUND_TEXTS : BOUND_TEXTS;
  return t(texts[bound], { time: dateWords(value, zone, now) });
}

function isRelative(date: string): boolean {
  return relativeAgoMs(date) !== null;
}

const BOUND_TEXTS = {
  gt: 'after {time}',
  gte: 'from {time}',
  lt: 'before {time}',
  lte: 'to {time}',
} as const satisfies Record<Bound, Text>;

/** The same before such times as “24 hours ago”, which not every language can say after the same words. */
const RELATIVE_BOUND_TEXTS = {
  gt: 'after {time}##ago',
  gte: 'from {time}##ago',
  lt: 'before {time}##ago',
  lte: 'to {time}##ago',
} as const satisfies Record<Bound, Text>;

/** A date of the URL as short as it can be read: `20 Nov 13:00`, `20 Nov 2022 13:00:05`, `24 hours ago`. */
export function dateWords(date: string, zone: Zone, now: number): string {
  if (isRelative(date)) return agoWords(date) ?? date;
  const at = parseUtc(date);
  if (at === null) return date;
  // Beside itself, an instant is shown as its clock alone.
  const clock = formatInstant(at, zone, at).replace(/:00$/, '');
  return `${formatDay(at, zone, now)} ${clock}`;
}
