import { t } from '../../../words/words.ts';
import { asFailure, RequestFailure } from '../failure.ts';
import { openLogLine, type LineEars, type LogLine } from './logLine.ts';
import type { LogAsk, LogReport, PlainReading } from './logMessages.ts';
import type { FailureCause, LogReading, LogSession, LogView, LogViewHandle } from './logSession.ts';

/** Before anything is heard. */
const NOTHING_YET: LogReading = {
  phase: 'asking',
  bytes: 0,
  items: 0,
  failed: 0,
  succeeded: 0,
  causes: [],
  causeCount: 0,
  unexplained: 0,
  single: false,
  failure: null,
};

type Listener = () => void;
type Waiting = { readonly resolve: (report: LogReport) => void; readonly reject: (error: Error) => void };
type KnownView = { state: LogView; readonly listeners: Set<Listener> };

/**
 * Opens a log and begins to read it, off the page's own thread where the browser allows it. Whoever opens it closes it:
 * until then it holds the log's bytes in memory.
 */
export function openLogSession(environment: string, id: string): LogSession {
  return createLogSession((ears) => openLogLine(environment, id, ears));
}

/** A log session over any line to a reader: what is heard there becomes readings, views and answers. */
export function createLogSession(connect: (ears: LineEars) => LogLine): LogSession {
  let reading = NOTHING_YET;
  let closed: Error | null = null;
  let lastNumber = 0;
  const listeners = new Set<Listener>();
  const views = new Map<number, KnownView>();
  const waiting = new Map<number, Waiting>();

  const hear = (report: LogReport) => {
    if (closed) return;
    if (report.kind !== 'news') {
      const asked = waiting.get(report.ask);
      waiting.delete(report.ask);
      if (report.kind === 'refused')
        asked?.reject(new Error(report.message ?? t('This cannot be told of the log.')));
      else asked?.resolve(report);
      return;
    }
    if (report.reading) {
      mark(reading, report.reading);
      reading = revived(report.reading, reading);
    }
    for (const [number, state] of report.views) {
      const view = views.get(number);
      if (view) view.state = state;
    }
    if (report.reading) for (const listener of listeners) listener();
    for (const [number] of report.views) {
      for (const listener of views.get(number)?.listeners ?? []) listener();
    }
  };

  const end = (error: Error) => {
    closed = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const lost = (error: Error) => {
    if (closed) return;
    end(error);
    const failure = new RequestFailure({ ...asFailure(error).facts, code: 'READER_FAILED' });
    // Its items are gone with it.
    reading = { ...NOTHING_YET, phase: 'failed', failure };
    for (const listener of listeners) listener();
  };

  performance.mark('log:asked');
  const line = connect({ hear, lost });

  const ask = <Kind extends LogAsk['kind']>(
    kind: Kind,
    question: (ask: number) => Extract<LogAsk, { kind: Kind }>,
  ): Promise<Extract<LogReport, { kind: Kind }>> =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(closed);
        return;
      }
      const number = ++lastNumber;
      waiting.set(number, {
        resolve: (report) => {
          if (isOf(report, kind)) resolve(report);
          else reject(new Error(t('The log’s reader has answered something else.')));
        },
        reject,
      });
      line.send(question(number));
    });

  return {
    reading: () => reading,
    subscribe: (listener) => heardBy(listeners, listener),
    view: (filter): LogViewHandle => {
      const number = ++lastNumber;
      const known: KnownView = { state: { matches: 0, searched: 0 }, listeners: new Set() };
      views.set(number, known);
      if (!closed) line.send({ kind: 'view', view: number, filter });
      return {
        state: () => known.state,
        subscribe: (listener) => heardBy(known.listeners, listener),
        entries: async (from, count) =>
          (await ask('entries', (ask) => ({ kind: 'entries', ask, view: number, from, count }))).entries,
        positionOf: async (item) =>
          (await ask('position', (ask) => ({ kind: 'position', ask, view: number, item }))).position,
        close: () => {
          views.delete(number);
          if (!closed) line.send({ kind: 'close-view', view: number });
        },
      };
    },
    stop: () => {
      if (!closed) line.send({ kind: 'stop' });
    },
    retry: () => {
      if (!closed) line.send({ kind: 'retry' });
    },
    export: async (what) => (await ask('export', (ask) => ({ kind: 'export', ask, what }))).file,
    close: () => {
      if (!closed) end(new Error(t('The log has been closed.')));
      line.close();
    },
  };
}

/** Leaves marks in the browser's own timeline, for its tools and for the benchmark. */
function mark(before: LogReading, next: PlainReading): void {
  if (before.causeCount === 0 && next.causeCount > 0) performance.mark('log:first-cause');
  if (isOpen(before.phase) && !isOpen(next.phase)) performance.mark('log:ended');
}

function isOpen(phase: LogReading['phase']): boolean {
  return phase === 'asking' || phase === 'reading';
}

function isOf<Kind extends LogReport['kind']>(
  report: LogReport,
  kind: Kind,
): report is Extract<LogReport, { kind: Kind }> {
  return report.kind === kind;
}

function heardBy(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A reading as it was before it went from one thread to another; causes without news stay the same objects. */
function revived(plain: PlainReading, before: LogReading): LogReading {
  const failure = plain.failure && new RequestFailure(plain.failure);
  return { ...plain, failure, causes: sharedCauses(before.causes, plain.causes) };
}

function sharedCauses(
  before: readonly FailureCause[],
  next: readonly FailureCause[],
): readonly FailureCause[] {
  const known = new Map(before.map((cause) => [cause.key, cause]));
  const shared = next.map((cause) => {
    const same = known.get(cause.key);
    return same?.count === cause.count && same.first === cause.first ? same : cause;
  });
  const unchanged = shared.length === before.length && shared.every((cause, at) => cause === before[at]);
  return unchanged ? before : shared;
}
