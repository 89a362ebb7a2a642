import { isJsonObject, type Json } from '../../toloka/operation.ts';
import { isSecret } from '../../toloka/secrets.ts';

/** What stands at one place of a JSON value: what can be compared whole, or that more lies below. */
export type Place =
  | { readonly kind: 'json'; readonly value: Json }
  /** A value that its key gives away as a secret, whole, whatever is in it. */
  | { readonly kind: 'secret'; readonly value: Json }
  | { readonly kind: 'deeper'; readonly of: 'object' | 'list' };

/**
 * A JSON value as paths in its own order: `pool_id`, `value[0].name`, `["a key.with dots"]`; the value itself is the
 * empty path. Objects and lists are there as `deeper`, empty ones as what they are. Nothing (`null`) has no paths. No
 * two places have the same path.
 */
export function flattenJson(json: Json): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const visit = (value: Json, path: string): void => {
    if (Array.isArray(value) && value.length > 0) {
      places.set(path, { kind: 'deeper', of: 'list' });
      for (const [index, item] of (value as readonly Json[]).entries()) visit(item, `${path}[${index}]`);
    } else if (isJsonObject(value) && Object.keys(value).length > 0) {
      places.set(path, { kind: 'deeper', of: 'object' });
      for (const [key, member] of Object.entries(value)) {
        const below = pathBelow(path, key);
        if (isSecret(key, member)) places.set(below, { kind: 'secret', value: member });
        else visit(member, below);
      }
    } else places.set(path, { kind: 'json', value });
  };
  if (json !== null) visit(json, '');
  return places;
}

function pathBelow(path: string, key: string): string {
  if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

/**
 * Several orders as one: each item once, those of the first list in its order, what only later ones have right behind
 * the item that it follows there.
 */
export function mergeOrders(lists: readonly (readonly string[])[]): string[] {
  let merged: string[] = [];
  for (const list of lists) {
    const known = new Set(merged);
    const behind = new Map<string | null, string[]>();
    let last: string | null = null;
    for (const item of list) {
      if (known.has(item)) last = item;
      else behind.set(last, [...(behind.get(last) ?? []), item]);
    }
    merged = [...(behind.get(null) ?? []), ...merged.flatMap((item) => [item, ...(behind.get(item) ?? [])])];
  }
  return merged;
}
