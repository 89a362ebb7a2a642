/**
 * The API's times: UTC, `YYYY-MM-DDThh:mm:ss[.fraction]`, **without a zone letter** (public reference). `new Date(s)`
 * would read that as local time, so every reading and writing of an API time goes through here.
 */

/** An API time's parts; also of a bare date, and with a zone letter `Z`. */
export const API_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(Z)?$/;

/**
 * Instant of an API time in epoch milliseconds (a finer fraction is cut), or null when it is none: wrong form, or no
 * such day or hour. Accepts a bare date as midnight UTC, as the API does. Never throws.
 */
export function parseUtc(text: string): number | null {
  const match = API_TIME.exec(text);
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
 * The API's own spelling of a date a person or a link wrote: no zone letter, seconds always there; a bare date stays
 * bare, since the API accepts it. Null when it is no date.
 */
export function toApiTime(text: string): string | null {
  if (parseUtc(text) === null) return null;
  const bare = text.replace(/Z$/, '');
  return /T\d{2}:\d{2}$/.test(bare) ? `${bare}:00` : bare;
}
