import type { FailureFacts } from '../failure.ts';
import type { LogEntry, LogExport, LogFilter, LogReading, LogView } from './logSession.ts';

/**
 * What the page and the reader of a log (usually a worker) tell each other: plain data, so that it can go from one
 * thread to another. Whatever is asked for carries a number (`ask`), which its answer repeats.
 */
export type LogRequest =
  | { readonly kind: 'stop' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'view'; readonly view: number; readonly filter: LogFilter }
  | { readonly kind: 'close-view'; readonly view: number }
  | LogAsk;

export type LogAsk =
  | {
      readonly kind: 'entries';
      readonly ask: number;
      readonly view: number;
      readonly from: number;
      readonly count: number;
    }
  | { readonly kind: 'position'; readonly ask: number; readonly view: number; readonly item: number }
  | { readonly kind: 'export'; readonly ask: number; readonly what: LogExport };

/** A reading whose failure is plain data. */
export type PlainReading = Omit<LogReading, 'failure'> & { readonly failure: FailureFacts | null };

export type LogReport =
  | {
      readonly kind: 'news';
      readonly reading: PlainReading | null;
      readonly views: readonly (readonly [view: number, state: LogView])[];
    }
  | { readonly kind: 'entries'; readonly ask: number; readonly entries: readonly LogEntry[] }
  | { readonly kind: 'position'; readonly ask: number; readonly position: number | null }
  | { readonly kind: 'export'; readonly ask: number; readonly file: Blob }
  | { readonly kind: 'refused'; readonly ask: number; readonly message: string | null };

/** The first message to a worker: which log it reads. */
export type LogOpening = { readonly kind: 'open'; readonly environment: string; readonly id: string };
