import {
  BOUND_NAMES,
  boundParameter,
  BOUNDS,
  type Bound,
  type BoundParameter,
  type RangeField,
} from '../../../toloka/filters.ts';
import type { ListQuery } from '../../../toloka/listSearch.ts';
import { relativeAgoMs } from '../../../toloka/relativeTime.ts';

/** The ends of a range. */
export type Side = (typeof BOUNDS)[Bound]['side'];
export type Bounds = ListQuery['bounds'];

/** One bound that a query sets, with its parameter's name. */
export type SetBound = { readonly bound: Bound; readonly name: BoundParameter; readonly value: string };

/** The bounds that a query sets on a field, lower ones first. */
export function boundsOf(field: RangeField, bounds: Bounds): SetBound[] {
  return BOUND_NAMES.flatMap((bound) => {
    const name = boundParameter(field, bound);
    const value = bounds[name];
    return value === undefined ? [] : [{ bound, name, value }];
  });
}

/** The parameters that bound a field, all of them or those of one side. */
export function boundParametersOf(field: RangeField, side?: Side): BoundParameter[] {
  return BOUND_NAMES.filter((bound) => side === undefined || BOUNDS[bound].side === side).map((bound) =>
    boundParameter(field, bound),
  );
}

/** The bounds without some of them. */
export function omitBounds(bounds: Bounds, names: readonly BoundParameter[]): Bounds {
  const left: Partial<Record<BoundParameter, string>> = { ...bounds };
  for (const name of names) delete left[name];
  return left;
}

/** The inclusive parameter of a side: what the bar writes when somebody enters a value. */
export function inclusiveParameter(field: RangeField, side: Side): BoundParameter {
  const bound = BOUND_NAMES.find((name) => BOUNDS[name].side === side && BOUNDS[name].inclusive);
  if (bound === undefined) throw new Error(`no inclusive ${side} bound in the table`);
  return boundParameter(field, bound);
}

/** The relative date that is all of a field's range, if it is one: `now-24h`. */
export function presetOf(field: RangeField, bounds: Bounds): string | null {
  const [only, ...others] = boundsOf(field, bounds);
  if (!only || others.length > 0 || only.name !== inclusiveParameter(field, 'lower')) return null;
  return relativeAgoMs(only.value) ? only.value : null;
}
