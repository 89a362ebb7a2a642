import { endOfValue, scanValues, skipBlanks, stringOf } from '../jsonText.ts';

/** Fields of a batch item that say who somebody is, or what was noted in private (reference, "Issue bonuses"). */
const PERSONAL: ReadonlySet<string> = new Set(['user_id', 'private_comment']);

/** Shorter values would be found in words that have nothing to do with them. */
const TELLING_LENGTH = 4;

/**
 * The same JSON text without the personal fields, at any depth. Everything else stands as it stood: not a digit is
 * changed. Expects text that `JSON.parse` accepts.
 */
export function withoutPersonal(json: string): string {
  const parts: string[] = [];
  let copied = 0;
  scanValues(json, 0, {
    member: (key, start, keyStart) => {
      if (!PERSONAL.has(key)) return null;
      const end = endOfValue(json, start);
      const comma = commaBefore(json, keyStart);
      // One of the commas beside it goes as well: the one before, unless there is none or it has gone already.
      const from = comma >= copied ? comma : keyStart;
      parts.push(json.slice(copied, from));
      copied = comma >= copied ? end : behindComma(json, end);
      return end;
    },
  });
  return parts.length === 0 ? json : parts.join('') + json.slice(copied);
}

/** Where the comma before a key stands, or -1 when the key is the first of its object. */
function commaBefore(json: string, keyStart: number): number {
  let at = keyStart - 1;
  while (at >= 0 && ' \t\n\r'.includes(json.charAt(at))) at--;
  return json.charAt(at) === ',' ? at : -1;
}

function behindComma(json: string, end: number): number {
  const next = skipBlanks(json, end);
  return json.charAt(next) === ',' ? skipBlanks(json, next + 1) : end;
}

/**
 * A text in which each value of an item's personal fields is replaced by `…`: a fault's message may quote them.
 * `item` is the item's JSON text.
 */
export function withoutPersonalValues(text: string, item: string): string {
  let clean = text;
  for (const value of personalValues(item)) clean = clean.replaceAll(value, '…');
  return clean;
}

function personalValues(item: string): Set<string> {
  const values = new Set<string>();
  scanValues(item, 0, {
    member: (key, start) => {
      if (!PERSONAL.has(key)) return null;
      const end = endOfValue(item, start);
      const token = item.slice(start, end);
      const value = token.startsWith('"') ? stringOf(token) : token;
      if (value.length >= TELLING_LENGTH) values.add(value);
      return end;
    },
  });
  return values;
}
