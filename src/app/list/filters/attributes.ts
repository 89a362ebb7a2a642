import {
  BOUNDS,
  DEFAULT_SORT,
  RANGE_FIELD_NAMES,
  RANGE_FIELDS,
  type RangeField,
} from '../../../toloka/filters.ts';
import { changeQuery, formatListSearch } from '../../../toloka/formatSearch.ts';
import { DEFAULT_QUERY, type ListQuery, type ListSearch } from '../../../toloka/listSearch.ts';
import { relativeAgoMs } from '../../../toloka/relativeTime.ts';
import { formatSort } from '../../../toloka/sort.ts';
import { parseUtc } from '../../../toloka/time.ts';
import { formatInstantFull, shortId, type Zone } from '../../ui/format.ts';
import {
  boundParametersOf,
  boundsOf,
  omitBounds,
  presetOf,
  type Bounds,
  type SetBound,
} from './boundNames.ts';
import { CHOICE_NAMES, CHOICES, choiceWords, chooseCodes, type ChoiceName } from './choices.ts';
import { agoWords, lastWords } from './relativeWords.ts';
import { sortWords } from './sortWords.ts';
import { offsetOf } from './wallTime.ts';
import { boundsToDays } from './wholeDays.ts';

/** What the bar has one control for each: the choices, the ranges and the order. */
export type Attribute = ChoiceName | RangeField | 'sort';

/** The filters, in the order of the bar; the order of the list stands apart. */
export const FILTER_ATTRIBUTES: readonly (ChoiceName | RangeField)[] = [
  ...CHOICE_NAMES,
  ...RANGE_FIELD_NAMES,
];
const ALL: readonly Attribute[] = [...FILTER_ATTRIBUTES, 'sort'];

/** Narrows an attribute to one that takes any of several codes. */
export function isChoice(attribute: Attribute): attribute is ChoiceName {
  return Object.hasOwn(CHOICES, attribute);
}

/** The name of an attribute's control. */
export function attributeLabel(attribute: Attribute): string {
  if (attribute === 'sort') return 'Sort';
  return isChoice(attribute) ? CHOICES[attribute].label : RANGE_FIELDS[attribute].label;
}

/** Whether a query says anything but the default about an attribute. */
export function isSet(attribute: Attribute, query: ListQuery): boolean {
  if (attribute === 'sort') return formatSort(query.sort) !== formatSort(DEFAULT_SORT);
  return isChoice(attribute) ? query[attribute].length > 0 : boundsOf(attribute, query.bounds).length > 0;
}

/** How many attributes a query sets, the text to find among them. */
export function countSet(query: ListQuery): number {
  return ALL.filter((attribute) => isSet(attribute, query)).length + (query.find === null ? 0 : 1);
}

/** The search without anything said about an attribute, its faulty values included. */
export function withoutAttribute(attribute: Attribute, search: ListSearch): ListSearch {
  if (attribute === 'sort') return changeQuery(search, { sort: DEFAULT_SORT }, ['sort']);
  if (isChoice(attribute)) return chooseCodes(search, attribute, []);
  const names = boundParametersOf(attribute);
  return changeQuery(search, { bounds: omitBounds(search.query.bounds, names) }, names);
}

/** The search without filters, order and faults; the page size is no filter and stays. */
export function cleared(search: ListSearch): ListSearch {
  return changeQuery({ ...search, faults: [] }, { ...DEFAULT_QUERY, limit: search.query.limit });
}

/** Whether two searches list the same rows, the place in them aside. */
export function sameList(a: ListSearch, b: ListSearch): boolean {
  return formatListSearch({ ...a, place: null }) === formatListSearch({ ...b, place: null });
}

/** What a query says about an attribute, in words; empty when it says nothing. */
export function attributeWords(attribute: Attribute, query: ListQuery, zone: Zone, now: number): string {
  if (attribute === 'sort') return sortWords(query.sort);
  if (isChoice(attribute)) return choiceWords(attribute, query[attribute]);
  const preset = presetOf(attribute, query.bounds);
  return (
    (preset && lastWords(preset)) ??
    wholeDaysWords(attribute, query.bounds, zone, now) ??
    boundsOf(attribute, query.bounds)
      .map((bound) => boundWords(attribute, bound, zone, now))
      .join(' ')
  );
}

/** Whole days by their names, the last one included: `13 Nov to 14 Nov, whole days`. Null when they are none. */
function wholeDaysWords(field: RangeField, bounds: Bounds, zone: Zone, now: number): string | null {
  const offsetAt = offsetOf(zone);
  const days = RANGE_FIELDS[field].kind === 'time' ? boundsToDays(field, bounds, offsetAt) : null;
  if (!days) return null;
  const name = (day: string) => dayWords(day, zone, now);
  if (days.first === days.last) return `${name(days.first)}, the whole day`;
  if (days.last === '') return `from ${name(days.first)}`;
  return days.first === ''
    ? `to ${name(days.last)}, the whole day`
    : `${name(days.first)} to ${name(days.last)}, whole days`;
}

/** A day (`2026-11-14`) as short as it can be read: `14 Nov`, with the year where it is not this one. */
function dayWords(day: string, zone: Zone, now: number): string {
  const [date, month, year] = formatInstantFull(parseUtc(day) ?? now, 'utc').split(' ');
  const thisYear = formatInstantFull(now, zone).split(' ')[2];
  return [date, month, ...(year === thisYear ? [] : [year])].join(' ');
}

function boundWords(field: RangeField, { bound, value }: SetBound, zone: Zone, now: number): string {
  if (RANGE_FIELDS[field].kind === 'id') return `${BOUNDS[bound].sign} ${shortId(value)}`;
  return `${BOUNDS[bound].words} ${dateWords(value, zone, now)}`;
}

/** A date of the URL as short as it can be read: `20 Nov 13:00`, `20 Nov 2022 13:00:05`, `24 hours ago`. */
export function dateWords(date: string, zone: Zone, now: number): string {
  if (relativeAgoMs(date) !== null) return agoWords(date) ?? date;
  const at = parseUtc(date);
  if (at === null) return date;
  const [day, month, year, clock = ''] = formatInstantFull(at, zone).split(' ');
  const thisYear = formatInstantFull(now, zone).split(' ')[2];
  return [day, month, ...(year === thisYear ? [] : [year]), clock.replace(/:00$/, '')].join(' ');
}

/** What a query says about an attribute in the API's own words, exact: `submitted_gte=2022-11-22T16:11:38.874`. */
export function attributeParameters(attribute: Attribute, query: ListQuery): string {
  const alone: ListQuery = isRange(attribute)
    ? {
        ...DEFAULT_QUERY,
        bounds: Object.fromEntries(boundsOf(attribute, query.bounds).map((b) => [b.name, b.value])),
      }
    : { ...DEFAULT_QUERY, [attribute]: query[attribute] };
  return formatListSearch({ query: alone, place: null, paused: false, faults: [] });
}

function isRange(attribute: Attribute): attribute is RangeField {
  return Object.hasOwn(RANGE_FIELDS, attribute);
}
