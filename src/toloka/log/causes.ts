import type { LogFault } from '../logItem.ts';
import { isJsonObject, type Json } from '../operation.ts';

/**
 * One cause of failures: a field path with array places as `*` (`tasks.*.input_values.image`), a code and a message.
 * An item that fails for several causes counts once in each of them.
 */
export type FailureCause = {
  /** Stable for the same cause in every reading of the log: fit for an address. */
  readonly key: string;
  readonly path: string;
  readonly code: string;
  /** At most 2,000 characters of it; the items themselves have all. */
  readonly message: string;
  /** Items that failed for it, so far. */
  readonly count: number;
  /** Number of the first such item, from 1. */
  readonly first: number;
};

/** Longer texts of a cause are cut: nobody reads them in a list, and they would be held once per cause. */
const LONGEST_TEXT = 2000;

/**
 * A fault's path with `*` for array places. A step of digits is a place unless the item as it was sent has an object
 * there: then it is that object's field, and stays.
 */
export function causePath(path: string, input: Json): string {
  if (!/\d/.test(path)) return path;
  let inside: Json | undefined = input;
  const steps = path.split('.').map((step) => {
    const holder = inside;
    inside = memberOf(holder, step);
    if (/^\d+$/.test(step)) return isJsonObject(holder) ? step : '*';
    return step.replaceAll(/\[\d+\]/g, '[*]');
  });
  return steps.join('.');
}

function memberOf(holder: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(holder)) return (holder as readonly Json[])[Number(step)];
  return isJsonObject(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
}

/**
 * A short name of a cause: 53 bits of its path, code and message as 11 letters and digits (Bob Jenkins' mixing, as in
 * cyrb53). Two causes of one log share a name once in some millions of logs.
 */
export function causeKey(path: string, code: string, message: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  // The lengths keep `a.b` + `c` apart from `a` + `b.c`.
  const text = `${path.length}.${code.length}.${path}${code}${message}`;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4_294_967_296 * (0x1fffff & low) + (high >>> 0)).toString(36).padStart(11, '0');
}

/** Causes as they are met, numbered from 0 in order of appearance. */
export type CauseTable = {
  /** Counts an item's faults; returns the numbers of its causes, each once. */
  readonly add: (item: number, faults: readonly LogFault[], input: Json) => readonly number[];
  readonly size: () => number;
  /** The number of the cause with this key, or -1. */
  readonly numberOf: (key: string) => number;
  /** The `most` most frequent, ties in order of appearance. An unchanged cause is the same object as last time. */
  readonly top: (most: number) => readonly FailureCause[];
};

/** An empty table. */
export function createCauseTable(): CauseTable {
  const numbers = new Map<string, number>();
  const causes: { shown: FailureCause; count: number }[] = [];
  const countOne = (cause: number) => {
    const entry = causes[cause];
    if (entry) entry.count++;
    return cause;
  };
  const numberFor = (item: number, { path, code, message }: LogFault, input: Json): number => {
    const place = causePath(path, input);
    const key = causeKey(place, code, message);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, causes.length);
    const shown = {
      key,
      path: clipped(place),
      code: clipped(code),
      message: clipped(message),
      count: 0,
      first: item,
    };
    return causes.push({ shown, count: 0 }) - 1;
  };
  return {
    add: (item, faults, input) => {
      const found = new Set(faults.map((fault) => numberFor(item, fault, input)));
      return [...found].map((cause) => countOne(cause));
    },
    size: () => causes.length,
    numberOf: (key) => numbers.get(key) ?? -1,
    top: (most) =>
      frequent(
        causes.map(({ count }) => count),
        most,
      ).flatMap((cause) => {
        const entry = causes[cause];
        if (!entry) return [];
        if (entry.shown.count !== entry.count) entry.shown = { ...entry.shown, count: entry.count };
        return [entry.shown];
      }),
  };
}

function clipped(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

/** Places of the `most` highest counts, highest first, ties by place. Sorts numbers only, since there may be 100,000. */
function frequent(counts: readonly number[], most: number): number[] {
  const sorted = Uint32Array.from(counts).sort();
  const least = sorted[Math.max(0, sorted.length - most)] ?? 0;
  const above = placesWhere(counts, (count) => count > least, most);
  const level = placesWhere(counts, (count) => count === least, most - above.length);
  return [...above, ...level].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
}

function placesWhere(counts: readonly number[], wanted: (count: number) => boolean, most: number): number[] {
  const places: number[] = [];
  for (let place = 0; place < counts.length && places.length < most; place++) {
    if (wanted(counts[place] ?? 0)) places.push(place);
  }
  return places;
}
