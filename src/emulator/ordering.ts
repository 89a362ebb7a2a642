import type { RangeField, SortKey } from '../toloka/filters.ts';
import type { QueryBound } from './listQuery.ts';
import { compareKeys, type SortedIndex } from './sortedIndex.ts';
import type { AbsentFinished } from './switches.ts';

/** What bounds and sort keys look at. `id` is in the form in which IDs compare; a time is µs, or absent. */
export type Keys = { readonly [Field in RangeField]: string | number | null };

/** Whether a value meets all bounds of its field. An absent one meets none (API facts: bounds on `finished`). */
export function within(value: string | number | null, bounds: readonly QueryBound[]): boolean {
  if (value === null) return bounds.length === 0;
  return bounds.every((bound) => meets(value, bound));
}

function meets(value: string | number, { side, inclusive, value: limit }: QueryBound): boolean {
  const order = compareKeys(value, limit);
  if (order === 0) return inclusive;
  return side === 'lower' ? order > 0 : order < 0;
}

/** The slice [from, to) of an index that its field's bounds leave. */
export function rangeOf<Row, Key extends string | number>(
  index: SortedIndex<Row, Key>,
  bounds: readonly QueryBound[],
): readonly [number, number] {
  const lower = bounds.filter((bound) => bound.side === 'lower');
  const upper = bounds.filter((bound) => bound.side === 'upper');
  return [
    index.firstWhere((key) => lower.every((bound) => meets(key, bound))),
    index.firstWhere((key) => !upper.every((bound) => meets(key, bound))),
  ];
}

/** Whether rows without `finished` come before those with it. */
export function absentFirst(absent: AbsentFinished, descending: boolean): boolean {
  return { first: true, last: false, smallest: !descending, largest: descending }[absent];
}

/** Orders rows by the sort keys, and what ties in all of them by `tie`. */
export function rowOrder(
  sort: readonly SortKey[],
  absent: AbsentFinished,
): (a: Keys & { readonly tie: number }, b: Keys & { readonly tie: number }) => number {
  return (a, b) => {
    for (const { field, direction } of sort) {
      const order = compareField(a[field], b[field], direction === 'desc', absent);
      if (order !== 0) return order;
    }
    return a.tie - b.tie;
  };
}

function compareField(
  a: string | number | null,
  b: string | number | null,
  descending: boolean,
  absent: AbsentFinished,
): number {
  if (a === null || b === null) {
    if (a === b) return 0;
    return (a === null) === absentFirst(absent, descending) ? -1 : 1;
  }
  return descending ? compareKeys(b, a) : compareKeys(a, b);
}
