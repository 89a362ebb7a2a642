/**
 * Finds where the items of a JSON array begin and end, in bytes that come in pieces, cut anywhere. It follows brackets,
 * strings and the commas between items, and nothing else: whether an item is JSON inside is told by whoever parses it.
 * An item that parses is one that was cut out rightly, since brackets and quotes have no second meaning in JSON.
 */

/** `open`: more must come; `whole`: the value has ended as it must; `broken`: this is no JSON array of items. */
export type ScanState = 'open' | 'whole' | 'broken';

/** Hears of an item: from byte `start` up to `end`, counted from the first byte of all. */
type Found = (start: number, end: number) => void;

/** Reads pieces in order. */
export type ItemScanner = {
  /** Tells each item that ends in this piece. */
  readonly push: (piece: Uint8Array, found: Found) => void;
  readonly state: () => ScanState;
  /** Whether an array or object has begun. */
  readonly begun: () => boolean;
  /** Whether it is an object, which is then told as the only item. */
  readonly single: () => boolean;
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const COMMA = 0x2c;
/** The byte order mark, which may stand before everything and means nothing. */
const MARK = [0xef, 0xbb, 0xbf] as const;

const isBlank = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
/** What numbers, `true`, `false` and `null` are made of: letters, digits, `+`, `-` and `.`. */
const isScalar = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) ||
  ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ||
  byte === 0x2b ||
  byte === 0x2d ||
  byte === 0x2e;

/**
 * What comes next (`start`: the beginning of all; `first`: an item or the array's end; `item`; `after` an item; `end`:
 * nothing but blanks), or what the scanner is in the middle of.
 */
type Phase = 'start' | 'first' | 'item' | 'nested' | 'string' | 'scalar' | 'after' | 'end' | 'broken';

/** A scanner that has read nothing. */
export function createItemScanner(): ItemScanner {
  let phase: Phase = 'start';
  /** Bytes in all pieces before this one, and of the mark so far. */
  let offset = 0;
  let marks = 0;
  let begun = false;
  let single = false;
  /** Of the item: where it begins, how deep its brackets go, in a string of it, and behind a backslash there. */
  let start = 0;
  let depth = 0;
  let quoted = false;
  let escaped = false;

  /** Goes on within an array or object; returns the place behind it, or the piece's end. */
  const nested = (piece: Uint8Array, from: number): number => {
    const { length } = piece;
    // Nearly every byte of a log passes here, and a local variable is several times as fast as a shared one.
    let level = depth;
    let at = quoted ? stringEnd(piece, from) : from;
    while (at < length) {
      const byte = piece[at++];
      if (byte === QUOTE) {
        quoted = true;
        at = stringEnd(piece, at);
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) level++;
      else if ((byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) && --level === 0) break;
    }
    depth = level;
    return at;
  };

  /** Goes on within a string; returns the place behind its closing quote (then `quoted` is false), or the end. */
  const stringEnd = (piece: Uint8Array, from: number): number => {
    const { length } = piece;
    let at = from;
    if (escaped && at < length) {
      escaped = false;
      at++;
    }
    for (; at < length; at++) {
      const byte = piece[at];
      if (byte === QUOTE) {
        quoted = false;
        return at + 1;
      }
      if (byte === BACKSLASH && ++at === length) escaped = true;
    }
    return length;
  };

  const finish = (end: number, found: Found) => {
    phase = single ? 'end' : 'after';
    found(start, end);
  };

  /** Looks at the first byte of an item; returns where to go on in it. */
  const begin = (byte: number, at: number): number => {
    start = offset + at;
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      phase = 'nested';
      depth = 0;
      return at;
    }
    if (byte === QUOTE) {
      phase = 'string';
      quoted = true;
      return at + 1;
    }
    phase = isScalar(byte) ? 'scalar' : 'broken';
    return at;
  };

  /** Looks at the first byte of all, or at one of the mark before it. */
  const open = (byte: number, at: number): number => {
    if (byte === MARK[marks] && offset + at === marks) {
      marks++;
      return at + 1;
    }
    if (isBlank(byte) && marks % MARK.length === 0) return at + 1;
    const complete = marks % MARK.length === 0;
    begun = complete && (byte === OPEN_ARRAY || byte === OPEN_OBJECT);
    if (!begun) phase = 'broken';
    else if (byte === OPEN_ARRAY) phase = 'first';
    else {
      single = true;
      return begin(byte, at);
    }
    return at + 1;
  };

  /** One step from `at`; returns where to go on. */
  const step = (piece: Uint8Array, at: number, found: Found): number => {
    const byte = piece[at] ?? 0;
    if (phase === 'nested') {
      const end = nested(piece, at);
      if (depth === 0) finish(offset + end, found);
      return end;
    }
    if (phase === 'string') {
      const end = stringEnd(piece, at);
      if (!quoted) finish(offset + end, found);
      return end;
    }
    if (phase === 'scalar') {
      if (isScalar(byte)) return at + 1;
      finish(offset + at, found);
      return at;
    }
    if (phase === 'broken') return piece.length;
    if (phase === 'start') return open(byte, at);
    if (isBlank(byte)) return at + 1;
    if (phase === 'item' || (phase === 'first' && byte !== CLOSE_ARRAY)) return begin(byte, at);
    if (byte === CLOSE_ARRAY && phase !== 'end') phase = 'end';
    else phase = byte === COMMA && phase === 'after' ? 'item' : 'broken';
    return at + 1;
  };

  return {
    push: (piece, found) => {
      let at = 0;
      while (at < piece.length) at = step(piece, at, found);
      offset += piece.length;
    },
    state: () => (phase === 'broken' ? 'broken' : phase === 'end' ? 'whole' : 'open'),
    begun: () => begun,
    single: () => single,
  };
}
