import { BOUNDS, type BoundParameter, type RangeField } from '../../../toloka/filters.ts';
import { resolveDate } from '../../../toloka/relativeTime.ts';
import { compareUtc } from '../../../toloka/timeOrder.ts';
import { formatUtc, parseUtc, toApiTime } from '../../../toloka/time.ts';
import { t } from '../../../words/words.ts';
import {
  boundParametersOf,
  boundsOf,
  inclusiveParameter,
  omitBounds,
  type Bounds,
  type SetBound,
  type Side,
} from './boundNames.ts';
import type { OffsetAt } from '../../ui/zoneOffset.ts';
import { instantsOf, wallOf, type WallShown } from './wallTime.ts';

export const SIDES = ['lower', 'upper'] as const satisfies readonly Side[];
/** What stands in the two fields of a range's form. */
export type RangeDraft = Readonly<Record<Side, string>>;
export type RangeEdit =
  | { readonly kind: 'edit'; readonly bounds: Bounds; readonly replaced: readonly BoundParameter[] }
  | { readonly kind: 'fault'; readonly side: Side; readonly reason: string };

/** The bound that decides on a side at the instant `now`: of two, the narrower; of two equal ones, the exclusive. */
export function decidingBound(field: RangeField, bounds: Bounds, side: Side, now: number): SetBound | null {
  let deciding: SetBound | null = null;
  for (const candidate of boundsOf(field, bounds)) {
    if (BOUNDS[candidate.bound].side !== side) continue;
    if (deciding === null || narrows(candidate, deciding, side, now)) deciding = candidate;
  }
  return deciding;
}

function narrows(candidate: SetBound, than: SetBound, side: Side, now: number): boolean {
  const order = compareUtc(meaning(candidate.value, now), meaning(than.value, now));
  return order === 0 ? !BOUNDS[candidate.bound].inclusive : side === 'lower' ? order > 0 : order < 0;
}

function meaning(date: string, now: number): string {
  return resolveDate(date, now) ?? date;
}

/** What the form's fields show for a query: the deciding bound of each side as a clock in the zone shows it. */
export function draftOf(field: RangeField, bounds: Bounds, offsetAt: OffsetAt, now: number): RangeDraft {
  const text = (side: Side) => {
    const deciding = decidingBound(field, bounds, side, now);
    const at = deciding && parseUtc(meaning(deciding.value, now));
    return at === null ? '' : wallOf(at, offsetAt);
  };
  return { lower: text('lower'), upper: text('upper') };
}

/** What one field of the form means, for the line below it. */
export type FieldMeaning = {
  /** The API's own spelling, to the last digit. */
  readonly utc: string;
  readonly shown: WallShown;
  /** The bound of the URL that the field still stands for; null when somebody has entered another value. */
  readonly kept: SetBound | null;
};

/** Tells what a field's text means, or null when it is empty or no time that the API could read. */
export function fieldMeaning(
  field: RangeField,
  bounds: Bounds,
  side: Side,
  text: string,
  offsetAt: OffsetAt,
  now: number,
): FieldMeaning | null {
  const kept = decidingBound(field, bounds, side, now);
  if (kept !== null && text === draftOf(field, bounds, offsetAt, now)[side]) {
    return { utc: meaning(kept.value, now), shown: 'once', kept };
  }
  const reading = instantsOf(text, offsetAt);
  const utc = reading && enteredUtc(reading[side === 'lower' ? 'earliest' : 'latest']);
  return reading && utc !== null ? { utc, shown: reading.shown, kept: null } : null;
}

/** Null beyond the four-digit years that the API can read. */
function enteredUtc(ms: number): string | null {
  return toApiTime(formatUtc(ms).slice(0, 19));
}

/**
 * The bounds after the form is applied. A side whose text nobody changed keeps its bounds to the last digit, relative
 * ones included; a changed one is replaced by one inclusive bound, an emptied one goes. Of a time that clocks show
 * twice, the range takes in both.
 */
export function applyDraft(
  field: RangeField,
  bounds: Bounds,
  draft: RangeDraft,
  offsetAt: OffsetAt,
  now: number,
): RangeEdit {
  const initial = draftOf(field, bounds, offsetAt, now);
  let next = bounds;
  const replaced: BoundParameter[] = [];
  for (const side of SIDES) {
    if (draft[side] === initial[side]) continue;
    const names = boundParametersOf(field, side);
    next = omitBounds(next, names);
    replaced.push(...names);
    if (draft[side] === '') continue;
    const entered = fieldMeaning(field, bounds, side, draft[side], offsetAt, now);
    if (entered === null) {
      return { kind: 'fault', side, reason: t('This is not a date that the API can read.') };
    }
    next = { ...next, [inclusiveParameter(field, side)]: entered.utc };
  }
  if (replaced.length > 0 && isInverted(field, next, now)) {
    return { kind: 'fault', side: 'lower', reason: t('“From” is later than “To”: nothing could match.') };
  }
  return { kind: 'edit', bounds: next, replaced };
}

function isInverted(field: RangeField, bounds: Bounds, now: number): boolean {
  const lower = decidingBound(field, bounds, 'lower', now);
  const upper = decidingBound(field, bounds, 'upper', now);
  return (
    lower !== null && upper !== null && compareUtc(meaning(lower.value, now), meaning(upper.value, now)) > 0
  );
}

/** The bounds with a span that ends now in place of whatever bounded the field: `now-24h`. */
export function applyPreset(field: RangeField, bounds: Bounds, date: string): Bounds {
  return { ...omitBounds(bounds, boundParametersOf(field)), [inclusiveParameter(field, 'lower')]: date };
}
