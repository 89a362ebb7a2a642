import { afterEach, expect, test, vi } from 'vitest';
import { openLogLine } from './logLine.ts';
import type { LogReport } from './logMessages.ts';
import { createLogSession } from './openLogSession.ts';
import { heard, inPhase } from './testing/openHere.ts';

/** Stands for a worker: keeps what it is sent, and says what the test wants. */
class FakeWorker extends EventTarget {
  static readonly made: FakeWorker[] = [];
  readonly sent: unknown[] = [];
  ended = false;
  constructor() {
    super();
    FakeWorker.made.push(this);
  }
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(report: LogReport): void {
    this.dispatchEvent(new MessageEvent('message', { data: report }));
  }
  fail(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

const LOG = '[{"success":false,"input":1,"output":{"a":{"code":"C","message":"m"}}},{"success":true}]';

/** Answers every request with the log; returns how many there were. */
function serveLog(): () => number {
  let asked = 0;
  vi.stubGlobal('fetch', () => {
    asked++;
    return Promise.resolve(new Response(LOG));
  });
  return () => asked;
}

const open = () => createLogSession((ears) => openLogLine('demo', 'a', ears));
const everything = { outcome: 'all', cause: null, text: '' } as const;

afterEach(() => {
  vi.unstubAllGlobals();
  FakeWorker.made.length = 0;
});

test('a worker is told which log to read, and everything else after that', () => {
  vi.stubGlobal('Worker', FakeWorker);
  const asked = serveLog();
  const session = open();
  session.stop();
  expect(FakeWorker.made[0]?.sent).toEqual([
    { kind: 'open', environment: 'demo', id: 'a' },
    { kind: 'stop' },
  ]);
  session.close();
  expect(FakeWorker.made[0]?.ended).toBe(true);
  expect(asked()).toBe(0);
});

test('where no worker can be made, the page reads the log itself', async () => {
  const asked = serveLog();
  const session = open();
  const view = session.view({ ...everything, outcome: 'failed' });
  expect(await inPhase(session, 'complete')).toMatchObject({ items: 2, failed: 1 });
  await heard(view, view.state, ({ matches }) => matches === 1);
  expect(await view.positionOf(1)).toBe(0);
  expect(asked()).toBe(1);
  session.close();
});

test('a worker that dies before it has said anything is replaced, and nothing asked of it is lost', async () => {
  vi.stubGlobal('Worker', FakeWorker);
  serveLog();
  const session = open();
  const entries = session.view(everything).entries(0, 9);
  const file = session.export({ format: 'inputs', cause: null, withoutPersonal: false });
  FakeWorker.made[0]?.fail('blocked');
  expect(await inPhase(session, 'complete')).toMatchObject({ items: 2 });
  await expect(entries).resolves.toEqual([]);
  await expect(file).resolves.toBeInstanceOf(Blob);
  expect(FakeWorker.made).toHaveLength(1);
  session.close();
});

test('a worker that dies later is a failure with its own words', async () => {
  vi.stubGlobal('Worker', FakeWorker);
  const asked = serveLog();
  const session = open();
  FakeWorker.made[0]?.say({ kind: 'news', reading: null, views: [] });
  FakeWorker.made[0]?.fail('out of memory');
  expect(session.reading()).toMatchObject({
    phase: 'failed',
    failure: { code: 'READER_FAILED', message: 'out of memory' },
  });
  expect(asked()).toBe(0);
  session.close();
});
