import { DEEPEST } from './depth.ts';
import { stringifyJson } from './stringifyJson.ts';
import { isJsonObject, type Json } from './operation.ts';
import { maskSecrets } from './secrets.ts';

/** The longest text that a page shows of an answer that it could not read, in characters. */
const LONGEST = 100_000;

/** Any JSON as a text to look at: laid out, secrets masked, cut where it is too deep or too long. Never throws. */
export function readableJson(json: Json): string {
  const text = stringifyJson(maskSecrets(cutDeep(json, DEEPEST)), 2);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

function cutDeep(json: Json, levels: number): Json {
  if (Array.isArray(json)) return levels === 0 ? '…' : json.map((item: Json) => cutDeep(item, levels - 1));
  if (!isJsonObject(json)) return json;
  if (levels === 0) return '…';
  return Object.fromEntries(Object.entries(json).map(([key, member]) => [key, cutDeep(member, levels - 1)]));
}
