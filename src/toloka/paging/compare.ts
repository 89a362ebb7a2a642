import type { Operation } from '../operation.ts';
import type { Boundary } from '../place.ts';
import type { TimeSortKey } from '../sort.ts';
import { compareUtc } from '../timeOrder.ts';

/**
 * Orders two lists of key values as the walk goes: negative when `a` comes first, 0 when they tie. IDs have no say
 * here: only the server orders them. `absentFirst` is asked only when one value is missing and the other is not.
 */
export function compareValues(
  keys: readonly TimeSortKey[],
  a: readonly (string | null)[],
  b: readonly (string | null)[],
  absentFirst: () => boolean,
): number {
  for (const [index, key] of keys.entries()) {
    const left = a[index] ?? null;
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null || right === null) return (left === null) === absentFirst() ? -1 : 1;
    const order = compareUtc(left, right);
    if (order !== 0) return key.direction === 'asc' ? order : -order;
  }
  return 0;
}

/** A row's values of the keys. */
export function valuesOf(row: Operation, keys: readonly TimeSortKey[]): (string | null)[] {
  return keys.map((key) => row[key.field]);
}

/**
 * What of an answer lies behind a boundary, or null when the answer cannot tell. The answer holds every row from the
 * boundary's first key on, in the walk's order; rows that tie with the boundary are told apart by where the boundary's
 * own row stands among them.
 */
export function behindBoundary(
  rows: readonly Operation[],
  more: boolean,
  keys: readonly TimeSortKey[],
  boundary: Boundary,
  absentFirst: () => boolean,
): readonly Operation[] | null {
  const order = rows.map((row) => compareValues(keys, valuesOf(row, keys), boundary.values, absentFirst));
  const at = rows.findIndex((row, index) => row.id === boundary.id && order[index] === 0);
  if (at >= 0) return rows.slice(at + 1);
  // Its own row is gone (it left the filter, or lies beyond the answer): only an answer without ties can tell.
  if (order.includes(0)) return null;
  const beyond = order.findIndex((sign) => sign > 0);
  if (beyond >= 0) return rows.slice(beyond);
  return more ? null : [];
}
