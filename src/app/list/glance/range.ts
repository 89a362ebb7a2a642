import { changeQuery } from '../../../toloka/formatSearch.ts';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { formatUtc, toApiTime } from '../../../toloka/time.ts';
import { unitUpTo } from '../../ui/timeAxis.ts';
import type { OffsetAt } from '../../ui/zoneOffset.ts';
import {
  boundParametersOf,
  inclusiveParameter,
  omitBounds,
  type Bounds,
  type Side,
} from '../filters/boundNames.ts';
import type { Mark, Stretch } from './marks.ts';
import type { Scale } from './scale.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A dragged end may be moved by so many px for the sake of a round time. */
const ROUNDED_BY = 4;

/**
 * The stretch of time between two places (px, in either order), outwards to round times by the clocks of the zone and no
 * farther than the strip goes.
 */
export function draggedRange(scale: Scale, one: number, other: number, offsetAt: OffsetAt): Stretch {
  const unit = unitUpTo(scale.msPerPx * ROUNDED_BY);
  const [from, to] = [scale.atOf(Math.min(one, other)), scale.atOf(Math.max(one, other))];
  return {
    from: Math.max(scale.stretch.from, rounded(from, unit, offsetAt, Math.floor)),
    to: Math.min(scale.stretch.to, rounded(to, unit, offsetAt, Math.ceil)),
  };
}

function rounded(at: number, unit: number, offsetAt: OffsetAt, round: (value: number) => number): number {
  const ahead = offsetAt(at) * MINUTE;
  return round((at + ahead) / unit) * unit - ahead;
}

/** The whole seconds that take in all of these marks. */
export function rangeAround(marks: readonly Mark[]): Stretch | null {
  if (marks.length === 0) return null;
  const from = Math.min(...marks.map(({ at }) => at));
  const to = Math.max(...marks.map(wholeSecondAfter));
  return { from: Math.floor(from / SECOND) * SECOND, to };
}

/** The API sends up to six digits of a second, of which an instant here holds three. */
function wholeSecondAfter({ at, operation }: Mark): number {
  const whole = Math.floor(at / SECOND) * SECOND;
  return /\.\d*[1-9]/.test(operation.submitted ?? '') ? whole + SECOND : whole;
}

/** How many of the marks a range takes in. */
export function countWithin(marks: readonly Mark[], { from, to }: Stretch): number {
  return marks.filter(({ at }) => at >= from && at <= to).length;
}

/** The search with a range (epoch ms, whole seconds) in place of whatever bounded the time of submission. */
export function withSubmitted(search: ListSearch, { from, to }: Stretch): ListSearch {
  const names = boundParametersOf('submitted');
  const bounds = {
    ...omitBounds(search.query.bounds, names),
    ...boundAt('lower', from),
    ...boundAt('upper', to),
  };
  return changeQuery(search, { bounds }, names);
}

function boundAt(side: Side, ms: number): Bounds {
  const text = toApiTime(formatUtc(ms).slice(0, 19));
  return text === null ? {} : { [inclusiveParameter('submitted', side)]: text };
}
