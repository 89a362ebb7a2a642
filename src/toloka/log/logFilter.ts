import type { LogIndex } from './logIndex.ts';
import { createColumn } from './columns.ts';

/** Which items to look at. All parts must match. */
export type LogFilter = {
  readonly outcome: 'all' | 'failed' | 'succeeded';
  /** `key` of a cause, or null. */
  readonly cause: string | null;
  /** Text to be found in the item as it was sent, without regard to case; empty for none. */
  readonly text: string;
};

/** The items of a log that match a filter, found bit by bit. Items are counted from 0 here. */
export type LogMatches = {
  /** Looks at the items that it has not seen, until all are or `enough` says so. Returns whether all are. */
  readonly advance: (enough: () => boolean) => boolean;
  readonly count: () => number;
  readonly searched: () => number;
  /** The item at a place among the matches. */
  readonly item: (place: number) => number;
  /** An item's place among the matches, or -1. */
  readonly placeOf: (item: number) => number;
};

/** Asking the clock costs more than looking at an item does, so it is asked now and then; texts are slower. */
const ITEMS_A_LOOK = 1024;
const TEXTS_A_LOOK = 16;

/** Nothing found yet of what matches. */
export function createLogMatches(index: LogIndex, { outcome, cause, text }: LogFilter): LogMatches {
  const found = createColumn(Uint32Array);
  const finds = text === '' ? null : createTextFinder(text);
  let searched = 0;
  let causeNumber = -1;
  const matches = (item: number): boolean => {
    if (outcome !== 'all' && index.hasFailed(item) !== (outcome === 'failed')) return false;
    if (cause !== null && !index.hasCause(item, causeNumber)) return false;
    return finds === null || finds(index.text(item));
  };
  return {
    advance: (enough) => {
      const items = index.items();
      // A cause is known from its first item on, so it cannot have been missed in the items before.
      if (cause !== null && causeNumber < 0) causeNumber = index.causes.numberOf(cause);
      while (searched < items && !enough()) {
        const until = Math.min(items, searched + (finds === null ? ITEMS_A_LOOK : TEXTS_A_LOOK));
        for (; searched < until; searched++) if (matches(searched)) found.push(searched);
      }
      return searched === items;
    },
    count: found.length,
    searched: () => searched,
    item: found.at,
    placeOf: found.find,
  };
}

const ESCAPE = /\\(?:u([\da-f]{4})|(.))/gi;
const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * Whether a JSON text holds `wanted`, in whatever case: as it stands, or with its escapes read, so that `é` is found
 * where the server wrote `\u00e9`.
 */
export function createTextFinder(wanted: string): (json: string) => boolean {
  // Upper case, because it is the same wherever a letter stands: Σ in lower case depends on what follows it.
  const needle = wanted.toUpperCase();
  return (json) =>
    json.toUpperCase().includes(needle) ||
    (json.includes('\\') && unescaped(json).toUpperCase().includes(needle));
}

function unescaped(json: string): string {
  return json.replaceAll(ESCAPE, (_, hex: string | undefined, letter: string | undefined) =>
    hex === undefined ? (ESCAPED[letter ?? ''] ?? letter ?? '') : String.fromCharCode(parseInt(hex, 16)),
  );
}
