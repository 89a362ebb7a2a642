import { DEEPEST, nestsDeeper } from './depth.ts';
import { ExactNumber, keepsValue } from './exactNumber.ts';
import { isJsonObject, type Json } from './operation.ts';

/** What may be a number of 16 digits and more or one with an exponent; all others fit into a double. */
const SUSPECT = /(?:^|[[:,\s])-?\d(?:[\d.]{15,}|[\d.]*[eE])/;
/** A whole string, so that what looks like a number within it is passed over, or a number. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** The letter that numbers are marked with while they are strings, as a JSON text may write it. */
const MARKS = /(?:#|\\u0023)+/g;

/**
 * `JSON.parse`, but a number that a double would round becomes an `ExactNumber`; keys that come twice, `__proto__` and
 * whatever else is special stay as `JSON.parse` has them. Throws a SyntaxError as it does. A text without such numbers
 * costs one search more than there; in one that nests deeper than `DEEPEST` numbers are rounded.
 */
export function parseJson(text: string): Json {
  const plain = JSON.parse(text) as Json;
  if (!SUSPECT.test(text) || nestsDeeper(plain, DEEPEST)) return plain;
  // One letter more than any string begins with.
  let mark = '#';
  for (const run of text.match(MARKS) ?? []) {
    const letters = run.replaceAll(String.raw`\u0023`, '#');
    if (letters.length >= mark.length) mark = `${letters}#`;
  }
  let exact = false;
  const marked = text.replace(TOKEN, (token) => {
    if (token.startsWith('"') || keepsValue(token)) return token;
    exact = true;
    return `"${mark}${token}"`;
  });
  if (!exact) return plain;
  return JSON.parse(marked, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? new ExactNumber(value.slice(mark.length)) : value,
  ) as Json;
}

/** The text, or the digits, of an object's member; null when it is missing or of another kind. */
export function textAt(json: Json, key: string): string | null {
  const value = isJsonObject(json) && Object.hasOwn(json, key) ? json[key] : null;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || value instanceof ExactNumber ? String(value) : null;
}
