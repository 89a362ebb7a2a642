import { decodeLogItem, type LogItem } from '../logItem.ts';
import { isJsonObject } from '../operation.ts';
import { createByteStore } from './byteStore.ts';
import { createCauseTable, type CauseTable } from './causes.ts';
import { createColumn } from './columns.ts';
import { createItemScanner } from './itemScanner.ts';

/**
 * `open`: more may come; `whole`: the log has ended as JSON does; `early`: the bytes ended before it; `broken`: what
 * comes after its items is no JSON; `foreign`: it is JSON, but no log.
 */
export type IndexState = 'open' | 'whole' | 'early' | 'broken' | 'foreign';

/**
 * A log as far as its bytes have come: the bytes themselves, once, and of each item its place, its outcome and its
 * causes. Items are counted from 0 here. What it says of an item is what `decodeLogItem` says of it.
 */
export type LogIndex = {
  /** Takes the next piece, which may be cut anywhere. All of it is looked at before this returns: give small ones. */
  readonly push: (piece: Uint8Array) => void;
  /** Says that no more bytes come. */
  readonly end: () => void;
  readonly state: () => IndexState;
  /** Whether the beginning of a log was there, be it only its first bracket. */
  readonly begun: () => boolean;
  /** Bytes taken so far. */
  readonly bytes: () => number;
  readonly items: () => number;
  readonly failed: () => number;
  /** Failed items whose output names no cause. */
  readonly unexplained: () => number;
  /** Whether the whole is one object, read as a log of one. */
  readonly single: () => boolean;
  readonly causes: CauseTable;
  readonly hasFailed: (item: number) => boolean;
  readonly hasCause: (item: number, cause: number) => boolean;
  /** The item as it was sent. */
  readonly text: (item: number) => string;
};

/** An index of nothing yet. */
export function createLogIndex(): LogIndex {
  const store = createByteStore();
  const scanner = createItemScanner();
  const causes = createCauseTable();
  // A mark inside is part of a text; the one before everything is left out by the scanner.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const starts = createColumn(Float64Array);
  const ends = createColumn(Float64Array);
  const outcomes = createColumn(Uint8Array);
  /** Causes of all failed items, one after the other, and where each item's own end among them. */
  const causeNumbers = createColumn(Uint32Array);
  const causeEnds = createColumn(Uint32Array);
  let failed = 0;
  let unexplained = 0;
  let state: IndexState = 'open';

  const textBetween = (start: number, end: number) => decoder.decode(store.bytes(start, end));

  const take = (value: unknown) => {
    const item: LogItem = decodeLogItem(value, outcomes.length());
    outcomes.push(item.success ? 1 : 0);
    if (!item.success) {
      failed++;
      const found = causes.add(item.index + 1, item.faults, item.input);
      if (found.length === 0) unexplained++;
      for (const cause of found) causeNumbers.push(cause);
    }
    causeEnds.push(causeNumbers.length());
  };

  /** Reads the items that have ended since the last time. */
  const readNew = () => {
    const from = outcomes.length();
    const upTo = starts.length();
    if (from === upTo || state === 'foreign') return;
    // One call for all of them is several times as fast as one for each. The commas between them were seen.
    const text = textBetween(starts.at(from), ends.at(upTo - 1));
    const values = parsed(`[${text}]`);
    if (Array.isArray(values) && values.length === upTo - from) {
      if (scanner.single() && !isLogItem(values[0])) state = 'foreign';
      else for (const value of values as readonly unknown[]) take(value);
      return;
    }
    for (let item = from; item < upTo; item++) {
      const value = parsed(textBetween(starts.at(item), ends.at(item)));
      if (value === undefined) {
        state = 'broken';
        return;
      }
      take(value);
    }
  };

  return {
    push: (piece) => {
      if (state === 'broken' || state === 'foreign') return;
      store.append(piece);
      scanner.push(piece, (start, end) => {
        starts.push(start);
        ends.push(end);
      });
      readNew();
      if (state === 'open' && scanner.state() === 'broken') state = 'broken';
    },
    end: () => {
      if (state === 'open') state = scanner.state() === 'whole' ? 'whole' : 'early';
    },
    state: () => state,
    begun: scanner.begun,
    bytes: store.length,
    items: outcomes.length,
    failed: () => failed,
    unexplained: () => unexplained,
    single: scanner.single,
    causes,
    hasFailed: (item) => outcomes.at(item) === 0,
    hasCause: (item, cause) => {
      const end = causeEnds.at(item);
      for (let at = item === 0 ? 0 : causeEnds.at(item - 1); at < end; at++) {
        if (causeNumbers.at(at) === cause) return true;
      }
      return false;
    },
    text: (item) => textBetween(starts.at(item), ends.at(item)),
  };
}

/** The value of a JSON text; undefined when it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The reference's own example of a log is one object. Any other object, an error say, is none. */
function isLogItem(value: unknown): boolean {
  return isJsonObject(value) && 'success' in value;
}
