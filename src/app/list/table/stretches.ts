import type { OffsetAt } from '../../ui/zoneOffset.ts';
import { instantsOf } from '../filters/wallTime.ts';

/** A stretch of time in epoch ms: from its first instant to the one just behind its last. */
export type Stretch = { readonly from: number; readonly before: number };

const MINUTE_MS = 60_000;
const UNITS_MS = { hour: 3_600_000, day: 86_400_000 } as const;

/**
 * The hour or day in which an instant (epoch ms) lies, as the clocks of a zone show it. It lasts as long as they show
 * it: a day may have 23 or 25 hours, and an hour that clocks show twice is meant with both. Null at the end of the
 * years that the API can read.
 */
export function stretchAround(ms: number, unit: keyof typeof UNITS_MS, offsetAt: OffsetAt): Stretch | null {
  const long = UNITS_MS[unit];
  const first = Math.floor((ms + offsetAt(ms) * MINUTE_MS) / long) * long;
  const from = instantsOf(wallText(first), offsetAt);
  const before = instantsOf(wallText(first + long), offsetAt);
  if (!from || !before) return null;
  // Clocks that are set back over midnight show the next day's first minute before this day's last hour.
  return { from: from.earliest, before: before.earliest > ms ? before.earliest : before.latest };
}

function wallText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}
