import type { ListQuery } from '../../toloka/listSearch.ts';
import type { Zone } from '../ui/format.ts';
import {
  attributeLabel,
  attributeWords,
  FILTER_ATTRIBUTES,
  isChoice,
  isSet,
  type Attribute,
} from './filters/attributes.ts';

/** One active filter in words that stand alone: `Running, Failed`, `Submitted last 24 hours`. */
export type ActiveFilter = { readonly attribute: Attribute; readonly words: string };

/** The filters of a query that may leave operations out, in the filter bar's order. The order of rows is none. */
export function activeFilters(query: ListQuery, zone: Zone, now: number): ActiveFilter[] {
  return FILTER_ATTRIBUTES.filter((attribute) => isSet(attribute, query)).map((attribute) => {
    const words = attributeWords(attribute, query, zone, now);
    return { attribute, words: isChoice(attribute) ? words : `${attributeLabel(attribute)} ${words}` };
  });
}
