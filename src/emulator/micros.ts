import { parseUtc } from '../toloka/time.ts';

/**
 * Instants as whole microseconds since the epoch (UTC): the API writes up to six fraction digits, and a double holds
 * such numbers exactly until the year 2255.
 */

/** How many fraction digits an operation's times are written with; all three forms are seen in the API's answers. */
export type FractionDigits = 0 | 3 | 6;

const US_PER_UNIT: Readonly<Record<FractionDigits, number>> = { 0: 1_000_000, 3: 1000, 6: 1 };

/** Cuts an instant (µs) to what `digits` fraction digits can say. */
export function floorToDigits(us: number, digits: FractionDigits): number {
  const unit = US_PER_UNIT[digits];
  return Math.floor(us / unit) * unit;
}

/** Writes an instant (µs) as the API does: UTC, no zone letter, exactly `digits` fraction digits. */
export function writeMicros(us: number, digits: FractionDigits): string {
  const ms = Math.floor(us / 1000);
  const text = new Date(ms).toISOString();
  if (digits === 0) return text.slice(0, 19);
  if (digits === 3) return text.slice(0, 23);
  return text.slice(0, 23) + String(us - ms * 1000).padStart(3, '0');
}

const FORM = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.(\d{1,9}))?)?$/;

/**
 * Reads a date of a query (µs), or null when the API's documented form is not met: `YYYY-MM-DDThh:mm:ss[.sss]` or a
 * bare date (midnight), UTC without a zone letter. What is finer than a microsecond becomes half of one, which orders
 * it exactly against whole microseconds.
 */
export function parseMicros(text: string): number | null {
  const match = FORM.exec(text);
  const ms = match ? parseUtc(text) : null;
  if (ms === null) return null;
  const fraction = (match?.[1] ?? '').padEnd(9, '0');
  return ms * 1000 + Number(fraction.slice(3, 6)) + (Number(fraction.slice(6)) > 0 ? 0.5 : 0);
}
