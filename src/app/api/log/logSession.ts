import type { FailureCause } from '../../../toloka/log/causes.ts';
import type { LogExport } from '../../../toloka/log/logExport.ts';
import type { LogFilter } from '../../../toloka/log/logFilter.ts';
import type { RequestFailure } from '../failure.ts';

export type { FailureCause, LogExport, LogFilter };

/** What the page asks of a log and what it gets to know. The work is done in a worker; see `openLogSession`. */

/** How far a log has been read. Item numbers are places in the log as the API sent it, from 1. */
export type LogReading = {
  /**
   * `asking` until the first byte; `reading`; `complete`; `stopped` by the reader; `cut` when the answer broke off or
   * is no whole JSON (what came is kept); `failed` when nothing came (see `failure`).
   */
  readonly phase: 'asking' | 'reading' | 'complete' | 'stopped' | 'cut' | 'failed';
  /** Bytes of the log read so far, decoded; of a further try, those of that try. */
  readonly bytes: number;
  readonly items: number;
  readonly failed: number;
  readonly succeeded: number;
  /** Most frequent first, ties in order of appearance; at most 200 of them. */
  readonly causes: readonly FailureCause[];
  /** How many causes there are in all. */
  readonly causeCount: number;
  /** Failed items whose output names no cause. */
  readonly unexplained: number;
  /** The whole answer was one object instead of an array: it is read as a log of one. */
  readonly single: boolean;
  /**
   * Why reading failed or broke off; null otherwise. When another try brings no item, what was kept before stays with
   * the phase that it had (`cut`, `stopped`, `complete`), and this says why the try failed.
   */
  readonly failure: RequestFailure | null;
};

/** Items that match a filter, as far as the log has been read and searched. */
export type LogView = {
  readonly matches: number;
  /** Items looked at so far; equal to the reading's `items` when the search is through. */
  readonly searched: number;
};

/** One item with the exact text that it came as. */
export type LogEntry = { readonly number: number; readonly text: string };

/** An open log. Readings and views keep their identity while nothing changes, as `useSyncExternalStore` wants. */
export type LogSession = {
  readonly reading: () => LogReading;
  /** Hears of every new reading, at most ten times a second. Returns how to stop hearing. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Opens a view; a second view with another filter may be open at the same time. */
  readonly view: (filter: LogFilter) => LogViewHandle;
  /** Stops reading; what came is kept. */
  readonly stop: () => void;
  /** Reads the log anew from its beginning; what came before is dropped when the first new item is there. */
  readonly retry: () => void;
  /** Resolves with a file's content, or rejects when the session is closed. */
  readonly export: (what: LogExport) => Promise<Blob>;
  /** Ends the worker and gives its memory back. */
  readonly close: () => void;
};

/** A filter's matches while the log is read. */
export type LogViewHandle = {
  readonly state: () => LogView;
  readonly subscribe: (listener: () => void) => () => void;
  /** The matches from `from` (0-based among matches), at most `count` of them. */
  readonly entries: (from: number, count: number) => Promise<readonly LogEntry[]>;
  /** Where an item stands among the matches (0-based); null when it does not match or has not come. */
  readonly positionOf: (number: number) => Promise<number | null>;
  readonly close: () => void;
};
