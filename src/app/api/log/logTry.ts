import { createLogIndex, type LogIndex } from '../../../toloka/log/logIndex.ts';
import { asFailure, type FailureFacts, type OwnWords } from '../failure.ts';
import type { StreamedAnswer } from '../requestStream.ts';
import type { LogReading } from './logSession.ts';
import { nextTask, SLICE_MS } from './nextTask.ts';

/** One try to read a log. Its index grows while it lasts. */
export type LogTry = {
  readonly index: LogIndex;
  readonly phase: () => LogReading['phase'];
  readonly failure: () => FailureFacts | null;
  /** Ends it as `stopped`, unless it has ended already. */
  readonly stop: () => void;
};

/** Chunks are looked at in pieces of so many bytes: about a millisecond's work each. */
const PIECE_BYTES = 65_536;

/**
 * Begins to read a log: `ask` sends the request. `news` is called whenever there is more to know, and after the end.
 * Reads no faster than it can take in, so that nothing piles up.
 */
export function startLogTry(ask: (signal: AbortSignal) => Promise<StreamedAnswer>, news: () => void): LogTry {
  const index = createLogIndex();
  const leaving = new AbortController();
  let phase: LogReading['phase'] = 'asking';
  let failure: FailureFacts | null = null;

  const end = (how: LogReading['phase'], why: FailureFacts | null) => {
    if (leaving.signal.aborted) return;
    phase = how;
    failure = why;
    // Whatever still comes is not wanted.
    leaving.abort();
    news();
  };

  const take = async (chunk: Uint8Array, since: number): Promise<number> => {
    let begun = since;
    for (let at = 0; at < chunk.length && !leaving.signal.aborted; at += PIECE_BYTES) {
      index.push(chunk.subarray(at, at + PIECE_BYTES));
      phase = 'reading';
      news();
      if (performance.now() - begun < SLICE_MS) continue;
      await nextTask();
      begun = performance.now();
    }
    return begun;
  };

  const readAll = async ({ status, body }: StreamedAnswer): Promise<void> => {
    const reader = body.getReader();
    let begun = performance.now();
    while (index.state() === 'open') {
      const { done, value } = await reader.read();
      if (leaving.signal.aborted) return;
      if (done) index.end();
      else begun = await take(value, begun);
    }
    if (!leaving.signal.aborted) end(...outcomeOf(index, status));
  };

  const run = async (): Promise<void> => {
    let status: number | null = null;
    try {
      const answer = await ask(leaving.signal);
      status = answer.status;
      await readAll(answer);
    } catch (error) {
      if (status === null) end('failed', asFailure(error).facts);
      else
        end(
          index.bytes() === 0 ? 'failed' : 'cut',
          error instanceof RangeError ? tooLarge(status) : brokenOff(status),
        );
    }
  };
  void run();

  return {
    index,
    phase: () => phase,
    failure: () => failure,
    stop: () => end('stopped', null),
  };
}

/** What a browser throws that has no more room. */
function tooLarge(status: number): FailureFacts {
  return {
    status,
    code: 'TOO_LARGE',
    message: { text: 'The browser has no memory left for the rest of the log.' },
  };
}

function brokenOff(status: number): FailureFacts {
  return { status, code: 'BROKEN_OFF', message: { text: 'The connection ended before the log did.' } };
}

/** How a try ends whose bytes have all come, or are no log. */
function outcomeOf(index: LogIndex, status: number): [LogReading['phase'], FailureFacts | null] {
  // Where not even a log's first bracket was there, nothing came.
  const phase = index.begun() ? 'cut' : 'failed';
  switch (index.state()) {
    case 'whole':
      return ['complete', null];
    case 'foreign':
      return [
        'failed',
        { status, code: 'NOT_A_LOG', message: { text: 'The answer is JSON, but not a log.' } },
      ];
    case 'broken':
      return [phase, { status, code: 'NOT_JSON', message: brokenWords(index) }];
    case 'early':
    case 'open':
      return index.begun()
        ? [
            phase,
            { status, code: 'ENDS_EARLY', message: { text: 'The answer ends in the middle of the log.' } },
          ]
        : [phase, { status, code: 'NO_CONTENT', message: { text: 'The answer is empty.' } }];
  }
}

function brokenWords(index: LogIndex): OwnWords {
  if (!index.begun()) return { text: 'The answer is not a log: it begins neither with [ nor with {.' };
  const item = index.items();
  return item > 0
    ? { text: 'The answer is not JSON after item {item}.', values: { item } }
    : { text: 'The answer is not JSON.' };
}
