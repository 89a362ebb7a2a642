import { formatUtc, toApiTime } from './time.ts';

/** Units of a relative date, in ms. */
const UNITS_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
type Unit = keyof typeof UNITS_MS;
/** Ten years: further back no account has operations, and the date would leave the API's four-digit years. */
const FURTHEST_MS = 3650 * UNITS_MS.d;
const PATTERN = /^now(?:-(\d{1,9})([smhdw]))?$/;

/**
 * How far before now a relative date of the URL lies, in ms (`now` is 0, `now-24h` is 86,400,000); null when the text
 * is not relative or lies more than ten years back. Relative dates are the app's own addition to the API's language.
 */
export function relativeAgoMs(text: string): number | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const ago = match[1] ? Number(match[1]) * UNITS_MS[match[2] as Unit] : 0;
  return ago <= FURTHEST_MS ? ago : null;
}

/**
 * What a date of the URL means at the instant `now` (epoch ms), as the API wants it: relative ones are resolved at
 * each request, absolute ones stay. Null when it is no date.
 */
export function resolveDate(text: string, now: number): string | null {
  const ago = relativeAgoMs(text);
  return ago === null ? toApiTime(text) : formatUtc(now - ago);
}
