/**
 * What a clock on the wall shows, and which instant that is. A zone comes in as its offset from UTC at an instant, so
 * that every zone can be tried in a test, whatever the machine's own.
 */
import type { OffsetAt } from '../../ui/zoneOffset.ts';

/** `twice`: clocks show this time two times, being set back; `never`: they skip it, being set forward. */
export type Reading = { readonly earliest: number; readonly latest: number; readonly shown: WallShown };
export type WallShown = 'once' | 'twice' | 'never';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?$/;

/**
 * An instant as the value of a `datetime-local` field, to the second. Seconds of zero are left out, since the browser
 * hands the value back without them and an untouched field must be known as such.
 */
export function wallOf(ms: number, offsetAt: OffsetAt): string {
  const text = new Date(ms + offsetAt(ms) * MINUTE_MS).toISOString().slice(0, 19);
  return text.endsWith(':00') ? text.slice(0, 16) : text;
}

/**
 * The instants that a `datetime-local` value may mean in a zone, or null when it is no time. A time that clocks skip
 * is read with the offset before the gap, as browsers do: 02:30 becomes 03:30.
 */
export function instantsOf(wall: string, offsetAt: OffsetAt): Reading | null {
  if (!PATTERN.test(wall)) return null;
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  // No zone changes twice within two days, so the offset is one of these two.
  const before = offsetAt(asUtc - DAY_MS);
  const after = offsetAt(asUtc + DAY_MS);
  const candidates = [before, after]
    .map((offset) => ({ offset, ms: asUtc - offset * MINUTE_MS }))
    .filter(({ offset, ms }) => offsetAt(ms) === offset)
    .map(({ ms }) => ms);
  if (candidates.length === 0) {
    const moved = asUtc - before * MINUTE_MS;
    return { earliest: moved, latest: moved, shown: 'never' };
  }
  const earliest = Math.min(...candidates);
  const latest = Math.max(...candidates);
  return { earliest, latest, shown: earliest === latest ? 'once' : 'twice' };
}
