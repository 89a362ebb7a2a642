import type { RangeField } from '../../../toloka/filters.ts';
import type { OffsetAt } from '../../ui/zoneOffset.ts';
import { boundParametersOf, omitBounds, type Bounds } from './boundNames.ts';
import { beginningOf, DAY_MS, shifted, type Days } from './wholeDays.ts';

/**
 * A field's bounds for whole days in a zone: from the first one's beginning to the beginning of the day after the last
 * one, which itself is left out, so that no moment of the last day is lost. Null when they are no days, or the first
 * comes after the last.
 */
export function daysToBounds(
  field: RangeField,
  bounds: Bounds,
  days: Days,
  offsetAt: OffsetAt,
): Bounds | null {
  const { first, last } = days;
  if ((first === '' && last === '') || (first !== '' && last !== '' && first > last)) return null;
  const from = first === '' ? null : beginningOf(first, offsetAt);
  const until = last === '' ? null : beginningOf(dayAfter(last), offsetAt);
  if ((first !== '' && from === null) || (last !== '' && until === null)) return null;
  return {
    ...omitBounds(bounds, boundParametersOf(field)),
    ...(from !== null && { [`${field}_gte`]: from }),
    ...(until !== null && { [`${field}_lt`]: until }),
  };
}

function dayAfter(day: string): string {
  return shifted(day, DAY_MS);
}
