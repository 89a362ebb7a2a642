import { DEFAULT_SORT, RANGE_FIELD_NAMES, RANGE_FIELDS, type RangeField } from '../../../toloka/filters.ts';
import { changeQuery, formatListSearch } from '../../../toloka/formatSearch.ts';
import { DEFAULT_QUERY, type ListQuery, type ListSearch } from '../../../toloka/listSearch.ts';
import { formatSort } from '../../../toloka/sort.ts';
import { t } from '../../../words/words.ts';
import type { Zone } from '../../ui/format.ts';
import { boundParametersOf, boundsOf, omitBounds } from './boundNames.ts';
import { CHOICE_NAMES, CHOICES, choiceWords, chooseCodes, type ChoiceName } from './choices.ts';
import { rangeWords } from './rangeWords.ts';
import { sortWords } from './sortWords.ts';

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
  if (attribute === 'sort') return t('Sort');
  return t(isChoice(attribute) ? CHOICES[attribute].label : RANGE_FIELDS[attribute].label);
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
  return rangeWords(attribute, query.bounds, zone, now);
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
