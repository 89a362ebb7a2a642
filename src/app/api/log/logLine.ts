import { t } from '../../../words/words.ts';
import { asFailure } from '../failure.ts';
import { requestStream } from '../requestStream.ts';
import type { LogEngine } from './logEngine.ts';
import type { LogOpening, LogReport, LogRequest } from './logMessages.ts';

/** The way to a log's reader, wherever it is. */
export type LogLine = {
  readonly send: (request: LogRequest) => void;
  /** Ends the reader. Nothing is heard any more. */
  readonly close: () => void;
};

/** What is heard on a line. */
export type LineEars = {
  readonly hear: (report: LogReport) => void;
  /** The reader has died; nothing will be heard any more. */
  readonly lost: (error: Error) => void;
};

/**
 * Opens a line to a reader of a log, which begins to read at once: in a worker, or on the page's own thread where the
 * browser allows no worker. What is sent before the reader is there is kept for it.
 */
export function openLogLine(environment: string, id: string, ears: LineEars): LogLine {
  let line: LogLine | null = null;
  let closed = false;
  let heard = false;
  /** What the worker was sent before it gave a sign of life: the page's own reader would have to know it. */
  const sent: LogRequest[] = [];
  const moveHere = () => {
    heard = true;
    line = pageLine(environment, id, ears);
    for (const request of sent.splice(0)) line.send(request);
  };
  const hear = (report: LogReport) => {
    heard = true;
    sent.length = 0;
    ears.hear(report);
  };
  const lost = (error: Error) => {
    if (closed) return;
    // A worker that dies before it has said anything was not allowed, or its file cannot be had.
    if (heard) ears.lost(error);
    else moveHere();
  };
  try {
    line = workerLine({ kind: 'open', environment, id }, { hear, lost });
  } catch {
    // Some browsers forbid workers by an error when one is made, others by an event afterwards.
    moveHere();
  }
  return {
    send: (request) => {
      if (!heard) sent.push(request);
      line?.send(request);
    },
    close: () => {
      closed = true;
      line?.close();
    },
  };
}

function workerLine(opening: LogOpening, { hear, lost }: LineEars): LogLine {
  const worker = new Worker(new URL('./logWorker.ts', import.meta.url), { type: 'module', name: 'log' });
  worker.addEventListener('message', ({ data }: MessageEvent<LogReport>) => hear(data));
  worker.addEventListener('error', ({ message }) => {
    worker.terminate();
    lost(new Error(message || t('The log’s reader has failed.')));
  });
  worker.postMessage(opening, []);
  return { send: (request) => worker.postMessage(request, []), close: () => worker.terminate() };
}

/** The same reader on the page's own thread; its code is loaded only then. */
function pageLine(environment: string, id: string, { hear, lost }: LineEars): LogLine {
  let engine: LogEngine | null = null;
  let closed = false;
  const waiting: LogRequest[] = [];
  const start = async () => {
    const { createLogEngine } = await import('./logEngine.ts');
    if (closed) return;
    engine = createLogEngine(
      (signal) => requestStream(environment, { kind: 'log', id }, { signal }),
      (report) => hear(report),
    );
    for (const request of waiting.splice(0)) engine.take(request);
  };
  start().catch((error: unknown) => lost(asFailure(error)));
  return {
    send: (request) => {
      if (engine) engine.take(request);
      else waiting.push(request);
    },
    close: () => {
      closed = true;
      engine?.close();
    },
  };
}
