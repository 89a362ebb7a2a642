import { ExactNumber } from './exactNumber.ts';
import { isJsonObject, type Json } from './operation.ts';

/** `JSON.stringify`, with exact numbers written as they came. `indent` is the number of blanks a level; 0 for one line. */
export function stringifyJson(value: Json, indent = 0): string {
  return written(value, indent, '\n');
}

function written(value: Json, indent: number, line: string): string {
  if (value instanceof ExactNumber) return value.text;
  const inner = line + ' '.repeat(indent);
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => written(item, indent, inner));
    return enclosed('[', items, ']', indent > 0 ? { line, inner } : null);
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const colon = indent > 0 ? ': ' : ':';
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}${colon}${written(member, indent, inner)}`,
  );
  return enclosed('{', members, '}', indent > 0 ? { line, inner } : null);
}

function enclosed(
  open: string,
  parts: readonly string[],
  close: string,
  lines: { readonly line: string; readonly inner: string } | null,
): string {
  if (parts.length === 0 || !lines) return open + parts.join(',') + close;
  return open + lines.inner + parts.join(`,${lines.inner}`) + lines.line + close;
}
