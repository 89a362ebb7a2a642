import type { Bound, BoundParameter, RangeField, SortDirection } from '../filters.ts';
import type { TimeSortField } from '../sort.ts';
import { compareUtc } from '../timeOrder.ts';
import type { Scope } from './scope.ts';

/** Earlier than any operation: as a lower bound on `finished` it leaves out exactly the rows that have none. */
const BEFORE_ALL = '1970-01-01T00:00:00';

/** The part of a scope whose rows have a `finished`. */
export function presentOnly(scope: Scope): Scope {
  return narrow(scope, 'finished', 'gte', BEFORE_ALL);
}

/** The part of a scope whose time lies in `direction` from `value`: strictly beyond it, or also at it. */
export function narrowBeyond(
  scope: Scope,
  key: { readonly field: TimeSortField; readonly direction: SortDirection },
  value: string,
  inclusive: boolean,
): Scope {
  const side = key.direction === 'asc' ? 'g' : 'l';
  return narrow(scope, key.field, inclusive ? `${side}te` : `${side}t`, value);
}

/** The part of a scope whose time is exactly `value`. */
export function narrowEqual(scope: Scope, field: TimeSortField, value: string): Scope {
  return narrow(narrow(scope, field, 'gte', value), field, 'lte', value);
}

/**
 * Adds a bound on a time. Where the scope has a bound on the same side already, the tighter of the two stays, so that
 * a place in the list never widens what the user asked for.
 */
function narrow(scope: Scope, field: TimeSortField, bound: Bound, value: string): Scope {
  const [inclusive, strict]: readonly [Bound, Bound] = bound.startsWith('g') ? ['gte', 'gt'] : ['lte', 'lt'];
  const sign = bound.startsWith('g') ? 1 : -1;
  const bounds: Partial<Record<BoundParameter, string>> = { ...scope.bounds };
  const atLeast = bounds[`${field}_${inclusive}`];
  const beyond = bounds[`${field}_${strict}`];
  const looser = (other: string | undefined, orEqual: boolean) => {
    if (other === undefined) return true;
    const order = sign * compareUtc(other, value);
    return order < 0 || (orEqual && order === 0);
  };
  if (!looser(atLeast, true) || !looser(beyond, bound === strict)) return scope;
  delete bounds[`${field}_${inclusive}`];
  delete bounds[`${field}_${strict}`];
  bounds[`${field}_${bound}`] = value;
  return { ...scope, bounds };
}

/**
 * Whether no time can lie within a scope's bounds: a place in the list met the user's own bound on the same field. What
 * cannot have rows need not be asked for.
 */
export function isEmpty(scope: Scope): boolean {
  const fields: readonly TimeSortField[] = ['submitted', 'finished'];
  return fields.some((field) => {
    const pairs = [
      ['gte', 'lte', true],
      ['gte', 'lt', false],
      ['gt', 'lte', false],
      ['gt', 'lt', false],
    ] as const;
    return pairs.some(([lower, upper, touching]) => {
      const from = scope.bounds[`${field}_${lower}`];
      const to = scope.bounds[`${field}_${upper}`];
      if (from === undefined || to === undefined) return false;
      const order = compareUtc(from, to);
      return order > 0 || (order === 0 && !touching);
    });
  });
}

/**
 * The part of a scope whose IDs lie beyond `id`. IDs cannot be compared here, so the user's own bound on that side
 * stays beside it. Where only the inclusive parameter is free the row itself comes too (`including`).
 */
export function narrowBeyondId(
  scope: Scope,
  direction: SortDirection,
  id: string,
): { readonly scope: Scope; readonly including: boolean } {
  const side = direction === 'asc' ? 'g' : 'l';
  const strict: Bound = `${side}t`;
  const including = scope.bounds[boundOfId(strict)] !== undefined;
  const name = boundOfId(including ? `${side}te` : strict);
  return { scope: { ...scope, bounds: { ...scope.bounds, [name]: id } }, including };
}

function boundOfId(bound: Bound): BoundParameter {
  const field: RangeField = 'id';
  return `${field}_${bound}`;
}
