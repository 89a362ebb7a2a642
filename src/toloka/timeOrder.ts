import { API_TIME } from './time.ts';

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
  const match = API_TIME.exec(text);
  if (!match) return text;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = ''] = match;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(9, '0')}`;
}
