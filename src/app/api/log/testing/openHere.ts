import type { StreamedAnswer } from '../../requestStream.ts';
import { createLogEngine } from '../logEngine.ts';
import type { LineEars } from '../logLine.ts';
import type { LogReading, LogSession } from '../logSession.ts';
import { createLogSession } from '../openLogSession.ts';

/** One request for a log, answered by hand. */
export type LogCall = {
  readonly signal: AbortSignal;
  readonly answer: (status?: number) => void;
  readonly refuse: (failure: Error) => void;
  readonly send: (text: string) => void;
  readonly end: () => void;
  readonly breakOff: () => void;
};

/** Makes what asks for a log, and keeps its calls. */
function callBook(calls: LogCall[]) {
  return (signal: AbortSignal) =>
    new Promise<StreamedAnswer>((resolve, reject) => {
      const pipe = new TransformStream<Uint8Array, Uint8Array>(undefined, { highWaterMark: 1000 });
      const writer = pipe.writable.getWriter();
      const encoder = new TextEncoder();
      signal.addEventListener('abort', () => reject(new DOMException('left', 'AbortError')));
      calls.push({
        signal,
        answer: (status = 200) => resolve({ status, body: pipe.readable }),
        refuse: reject,
        send: (text) => void writer.write(encoder.encode(text)),
        end: () => void writer.close(),
        breakOff: () => void writer.abort(new TypeError('network error')),
      });
    });
}

/**
 * A session whose reader runs right here. Everything between the two is copied, as between threads. `request` is its
 * first request, `requests` are all; `reports` tells how often it has heard; `lose` lets the reader die.
 */
export function openHere() {
  const requests: LogCall[] = [];
  const heard: number[] = [];
  const listening: LineEars[] = [];
  const session = createLogSession((ears) => {
    listening.push(ears);
    const engine = createLogEngine(callBook(requests), (report) => {
      heard.push(heard.length);
      ears.hear(structuredClone(report));
    });
    return { send: (request) => engine.take(structuredClone(request)), close: engine.close };
  });
  const [request] = requests;
  if (!request) throw new Error('nothing was asked for');
  return {
    session,
    request,
    requests,
    reports: () => heard.length,
    lose: () => listening[0]?.lost(new Error('out of memory')),
  };
}

/** Resolves with the first state that is wanted. */
export function heard<State>(
  source: { readonly subscribe: (listener: () => void) => () => void },
  state: () => State,
  wanted: (state: State) => boolean,
): Promise<State> {
  return new Promise((resolve) => {
    const look = () => {
      if (!wanted(state())) return;
      leave();
      resolve(state());
    };
    const leave = source.subscribe(look);
    look();
  });
}

/** Resolves with the first reading in a phase. */
export function inPhase(session: LogSession, phase: LogReading['phase']): Promise<LogReading> {
  return heard(session, session.reading, (reading) => reading.phase === phase);
}

/** A log item that succeeded, as text. */
export function ok(input: unknown): string {
  return JSON.stringify({ success: true, input });
}

/** A log item that failed, as text. */
export function bad(input: unknown, code: string): string {
  return JSON.stringify({ success: false, input, output: { f: { code, message: 'm' } } });
}
