/**
 * The worker that reads one log: its request, its bytes and its index live here, and the page gets to know only what it
 * shows. The page ends it when the log is closed.
 */
import { requestStream } from '../requestStream.ts';
import { createLogEngine, type LogEngine } from './logEngine.ts';
import type { LogOpening, LogRequest } from './logMessages.ts';

// A promise that nobody waits for fails in silence; as an error it reaches the page, which then says so.
addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});

let engine: LogEngine | null = null;

addEventListener('message', ({ data }: MessageEvent<LogOpening | LogRequest>) => {
  if (data.kind !== 'open') {
    engine?.take(data);
    return;
  }
  const { environment, id } = data;
  engine = createLogEngine(
    (signal) => requestStream(environment, { kind: 'log', id }, { signal }),
    (report) => postMessage(report),
  );
});
