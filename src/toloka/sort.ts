import { t } from '../words/words.ts';
import { RANGE_FIELDS, type SortDirection, type SortField, type SortKey } from './filters.ts';

/** Why a `sort` text could not be read; the rest of a sentence that begins with the parameter. */
export type SortFault = { readonly reason: string };

/** Reads the API's `sort` (`-finished,id`). A fault for an unknown, empty or doubled key; never throws. */
export function parseSort(text: string): readonly SortKey[] | SortFault {
  const keys: SortKey[] = [];
  for (const part of text.split(',')) {
    const field = part.replace(/^-/, '');
    if (!isSortField(field)) {
      return {
        reason: part === '' ? t('has an empty sort key') : t('“{key}” is not a sort key', { key: part }),
      };
    }
    if (keys.some((key) => key.field === field)) return { reason: t('sorts by {field} twice', { field }) };
    keys.push({ field, direction: part.startsWith('-') ? 'desc' : 'asc' });
  }
  return keys;
}

/** Writes sort keys as the API reads them. */
export function formatSort(keys: readonly SortKey[]): string {
  return keys.map((key) => (key.direction === 'desc' ? `-${key.field}` : key.field)).join(',');
}

/** Whether a text names a field that the API sorts by. */
export function isSortField(text: string): text is SortField {
  return Object.hasOwn(RANGE_FIELDS, text);
}

/** The other direction. */
export function opposite(direction: SortDirection): SortDirection {
  return direction === 'asc' ? 'desc' : 'asc';
}

/** Fields whose values are times and may tie; everything but the ID. */
export type TimeSortField = Exclude<SortField, 'id'>;
export type TimeSortKey = { readonly field: TimeSortField; readonly direction: SortDirection };

/**
 * The total order that paging stands on: the time keys that matter, then the ID, which alone is unique. Keys behind
 * `id` decide nothing and are left out; where `id` is not named it follows in the last key's direction.
 */
export type TotalOrder = { readonly keys: readonly TimeSortKey[]; readonly id: SortDirection };

/**
 * Makes a user's sort keys total (see `TotalOrder`). The API does not promise any order of ties (API facts), so it is
 * ours to choose: a list sorted by `finished` alone goes on by `submitted`, since all that still run tie there.
 */
export function totalOrder(sort: readonly SortKey[]): TotalOrder {
  const keys: TimeSortKey[] = [];
  for (const { field, direction } of sort) {
    if (field === 'id') return { keys, id: direction };
    keys.push({ field, direction });
  }
  const last = keys.at(-1)?.direction ?? 'asc';
  if (keys.length === 1 && keys[0]?.field === 'finished') keys.push({ field: 'submitted', direction: last });
  return { keys, id: last };
}

/** The same order backwards. */
export function reverseOrder(order: TotalOrder): TotalOrder {
  return {
    keys: order.keys.map((key) => ({ ...key, direction: opposite(key.direction) })),
    id: opposite(order.id),
  };
}

/** The `sort` parameter of a total order. */
export function formatOrder(order: TotalOrder): string {
  return formatSort([...order.keys, { field: 'id', direction: order.id }]);
}
