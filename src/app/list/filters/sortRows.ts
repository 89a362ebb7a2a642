import {
  RANGE_FIELD_NAMES,
  RANGE_FIELDS,
  type SortDirection,
  type SortKey,
} from '../../../toloka/filters.ts';
import { formatSort, isSortField } from '../../../toloka/sort.ts';
import { sortKeyWords } from './sortWords.ts';

export type SortOption = { readonly value: string; readonly words: string };
/** One select of the sort editor; `value` is empty in the last one, which adds a key. */
export type SortRow = { readonly value: string; readonly options: readonly SortOption[] };

const DIRECTIONS = ['desc', 'asc'] as const satisfies readonly SortDirection[];

/**
 * The selects that edit a sort: one a key, and one more while another key could still decide anything. A field that is
 * used further up is not offered again; behind the ID, which is unique, no key decides.
 */
export function sortRows(keys: readonly SortKey[]): SortRow[] {
  const rows = keys.map((key, index) => ({
    value: formatSort([key]),
    options: optionsBelow(keys.slice(0, index)),
  }));
  const more = keys.some((key) => RANGE_FIELDS[key.field].kind === 'id') ? [] : optionsBelow(keys);
  return more.length === 0 ? rows : [...rows, { value: '', options: more }];
}

function optionsBelow(above: readonly SortKey[]): SortOption[] {
  const free = RANGE_FIELD_NAMES.filter(
    (field) => RANGE_FIELDS[field].sortable && above.every((key) => key.field !== field),
  );
  return free.flatMap((field) =>
    DIRECTIONS.map((direction) => ({
      value: formatSort([{ field, direction }]),
      words: sortKeyWords({ field, direction }),
    })),
  );
}

/**
 * The sort after a select has changed: `value` as the API writes a key (`-submitted`), or empty to take the key away.
 * A field that further down sorted already moves up.
 */
export function changeSortRow(keys: readonly SortKey[], index: number, value: string): readonly SortKey[] {
  const above = keys.slice(0, index);
  const below = keys.slice(index + 1);
  const field = value.replace(/^-/, '');
  if (!isSortField(field)) return [...above, ...below];
  const key: SortKey = { field, direction: value.startsWith('-') ? 'desc' : 'asc' };
  return [...above, key, ...below.filter((other) => other.field !== key.field)];
}
