import { exportPieces, EXPORT_TYPES, type LogExport } from '../../../toloka/log/logExport.ts';
import { createLogMatches, type LogMatches } from '../../../toloka/log/logFilter.ts';
import type { FailureFacts } from '../failure.ts';
import type { StreamedAnswer } from '../requestStream.ts';
import type { LogAsk, LogReport, LogRequest, PlainReading } from './logMessages.ts';
import type { LogEntry, LogFilter, LogView } from './logSession.ts';
import { startLogTry, type LogTry } from './logTry.ts';
import { nextTask, SLICE_MS } from './nextTask.ts';

/** Reports are at least so far apart, in ms, but for the first cause and a change of phase. */
const REPORT_MS = 100;
/** How many causes a reading names. */
const MOST_CAUSES = 200;
/** No more items than this at a time: nobody sees more. */
const MOST_ENTRIES = 1000;
/** An export's pieces are handed to the browser, which may put them on disk, as often as this, in characters. */
const BLOB_CHARS = 1_000_000;

type OpenView = { readonly filter: LogFilter; matches: LogMatches; told: LogView | null };

/** What a log's reader is told from outside. */
export type LogEngine = {
  readonly take: (request: LogRequest) => void;
  /** Ends the request and every search. Nothing is reported any more. */
  readonly close: () => void;
};

/**
 * Reads a log and answers for it: in a worker, or where there is none, on the page's own thread. Works in slices, so
 * that requests are heard while it reads, searches or exports. Begins to read at once.
 */
export function createLogEngine(
  ask: (signal: AbortSignal) => Promise<StreamedAnswer>,
  report: (report: LogReport) => void,
): LogEngine {
  const views = new Map<number, OpenView>();
  let latest: LogTry = startLogTry(ask, () => onNews());
  /** The try whose items are shown: the latest, unless that is a further one and has brought none yet. */
  let shown: LogTry = latest;
  let told: PlainReading | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let searching = false;
  let closed = false;

  const onNews = () => {
    if (closed) return;
    if (shown !== latest && (latest.index.items() > 0 || latest.phase() === 'complete')) {
      shown = latest;
      for (const view of views.values()) view.matches = createLogMatches(shown.index, view.filter);
    }
    void search();
    const urgent =
      told === null || told.phase !== phaseNow() || (told.causeCount === 0 && shown.index.causes.size() > 0);
    tell(urgent);
  };

  const isOver = () => latest.phase() !== 'asking' && latest.phase() !== 'reading';
  const phaseNow = () => (shown !== latest && isOver() ? shown.phase() : latest.phase());

  const tell = (urgent: boolean) => {
    const wait = toldAt + REPORT_MS - performance.now();
    if (urgent || wait <= 0) tellNow();
    else timer ??= setTimeout(tellNow, wait);
  };

  const tellNow = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (closed) return;
    const reading = readingNow();
    const news = told !== null && sameFields(told, reading) ? null : reading;
    const changed: [number, LogView][] = [];
    for (const [number, view] of views) {
      const state = { matches: view.matches.count(), searched: view.matches.searched() };
      if (view.told !== null && sameFields(view.told, state)) continue;
      view.told = state;
      changed.push([number, state]);
    }
    if (news === null && changed.length === 0) return;
    told = reading;
    toldAt = performance.now();
    report({ kind: 'news', reading: news, views: changed });
  };

  const readingNow = (): PlainReading => {
    const { index } = shown;
    const causes = index.causes.top(MOST_CAUSES);
    const before = told?.causes;
    return {
      phase: phaseNow(),
      bytes: latest.index.bytes(),
      items: index.items(),
      failed: index.failed(),
      succeeded: index.items() - index.failed(),
      causes: before && sameFields(before, causes) ? before : causes,
      causeCount: index.causes.size(),
      unexplained: index.unexplained(),
      single: index.single(),
      failure: failureNow(),
    };
  };

  const failureNow = (): FailureFacts | null => latest.failure() ?? (isOver() ? shown.failure() : null);

  /** Looks for matches of all views, a slice at a time, until all are up to date. */
  const search = async (): Promise<void> => {
    if (searching) return;
    searching = true;
    while (!searchSlice()) {
      tell(false);
      await nextTask();
    }
    searching = false;
    tell(false);
  };

  /** Returns whether nothing is left to look at. */
  const searchSlice = (): boolean => {
    let through = true;
    for (const { matches } of views.values()) {
      const until = performance.now() + SLICE_MS / views.size;
      if (!matches.advance(() => performance.now() >= until)) through = false;
    }
    return through;
  };

  const entries = (view: number, from: number, count: number): LogEntry[] => {
    const matches = views.get(view)?.matches;
    if (!matches) return [];
    const first = Math.max(0, from);
    const length = Math.max(0, Math.min(matches.count() - first, count, MOST_ENTRIES));
    return Array.from({ length }, (_, place) => {
      const item = matches.item(first + place);
      return { number: item + 1, text: shown.index.text(item) };
    });
  };

  const answer = async (request: LogAsk): Promise<LogReport> => {
    const { ask: number } = request;
    if (request.kind === 'entries') {
      const { view, from, count } = request;
      return { kind: 'entries', ask: number, entries: entries(view, from, count) };
    }
    if (request.kind === 'position') {
      const place = views.get(request.view)?.matches.placeOf(request.item - 1) ?? -1;
      return { kind: 'position', ask: number, position: place < 0 ? null : place };
    }
    return { kind: 'export', ask: number, file: await exported(shown, request.what) };
  };

  const respond = async (request: LogAsk): Promise<void> => {
    try {
      const reply = await answer(request);
      if (!closed) report(reply);
    } catch (error) {
      const message = error instanceof Error ? error.message : null;
      if (!closed) report({ kind: 'refused', ask: request.ask, message });
    }
  };

  return {
    take: (request) => {
      if (request.kind === 'stop') latest.stop();
      else if (request.kind === 'retry') {
        latest.stop();
        latest = startLogTry(ask, onNews);
        if (shown.index.items() === 0) shown = latest;
        onNews();
      } else if (request.kind === 'view') {
        const { filter } = request;
        views.set(request.view, { filter, matches: createLogMatches(shown.index, filter), told: null });
        void search();
        tell(true);
      } else if (request.kind === 'close-view') views.delete(request.view);
      else void respond(request);
    },
    close: () => {
      closed = true;
      views.clear();
      if (timer !== null) clearTimeout(timer);
      latest.stop();
    },
  };
}

/** A file of the shown log, made in slices. */
async function exported({ index }: LogTry, what: LogExport): Promise<Blob> {
  const blobs: Blob[] = [];
  let text = '';
  let until = performance.now() + SLICE_MS;
  for (const piece of exportPieces(index, what)) {
    text += piece;
    if (text.length > BLOB_CHARS) {
      blobs.push(new Blob([text]));
      text = '';
    }
    if (performance.now() < until) continue;
    await nextTask();
    until = performance.now() + SLICE_MS;
  }
  return new Blob([...blobs, text], { type: EXPORT_TYPES[what.format] });
}

/** Whether two objects or arrays of one kind have the same parts, each the same by itself. */
function sameFields(a: object, b: object): boolean {
  const before = new Map<string, unknown>(Object.entries(a));
  const after = Object.entries(b) as [string, unknown][];
  return after.length === before.size && after.every(([name, part]) => before.get(name) === part);
}
