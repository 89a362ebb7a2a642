/**
 * The API's times: UTC, `YYYY-MM-DDThh:mm:ss[.fraction]`, **without a zone letter** (public reference). `new Date(s)`
 * would read that as local time, so every reading and writing of an API time goes through here.
 */

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(Z)?$/;

/**
 * Instant of an API time in epoch milliseconds (a finer fraction is cut), or null when it is none: wrong form, or no
 * such day or hour. Accepts a bare date as midnight UTC, as the API does. Never throws.
 */
export function parseUtc(text: string): number | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = ''] = match;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    ms,
  );
  const back = new Date(at);
  const real =
    back.getUTCFullYear() === Number(year) &&
    back.getUTCMonth() === Number(month) - 1 &&
    back.getUTCDate() === Number(day) &&
    back.getUTCHours() === Number(hour) &&
    back.getUTCMinutes() === Number(minute) &&
    back.getUTCSeconds() === Number(second);
  return real ? at : null;
}

/** Writes epoch milliseconds the way the API does: UTC, three fraction digits, no zone letter. */
export function formatUtc(ms: number): string {
  return new Date(ms).toISOString().slice(0, 23);
}

/**
 * Orders two API times exactly, down to the last fraction digit (the API sends 0, 3 or 6). Negative when `a` is
 * earlier. Texts that are no times order as text, so that the order stays total.
 */
export function compareUtc(a: string, b: string): number {
  const left = comparable(a);
  const right = comparable(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Full-length form, so that text order is time order: `2022-12-01` → `2022-12-01T00:00:00.000000000`. */
function comparable(text: string): string {
  const match = PATTERN.exec(text);
  if (!match) return text;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = ''] = match;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(9, '0')}`;
}

const UNITS_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const RELATIVE = /^now(?:-(\d{1,6})([smhdw]))?$/;

/** Whether a URL's date is relative (`now`, `now-15m`, `now-24h`, `now-7d`): our own addition to the API's language. */
export function isRelative(text: string): boolean {
  return RELATIVE.test(text);
}

/**
 * What a date of the URL means at the instant `now` (epoch ms), in the API's form: relative ones are resolved,
 * absolute ones stay as they are. Null when it is no date.
 */
export function resolveDate(text: string, now: number): string | null {
  const match = RELATIVE.exec(text);
  if (match) {
    const [, count, unit] = match;
    const back = count && unit ? Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS] : 0;
    const at = now - back;
    return at >= 0 ? formatUtc(at) : null;
  }
  return parseUtc(text) === null ? null : text.replace(/Z$/, '');
}
