import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildServer, type BuiltServer, type Started } from './testing/builtServer.ts';
import { serve, type Served } from './testing/serve.ts';

/** Stopping, as an operator, systemd or a container's runtime sees it: signals to a process, its answers, its end. */

/** How long the upstream takes for an answer, in ms: longer than what is done meanwhile. */
const SLOW_MS = 900;
const PIECES = 6;

let server: BuiltServer;
let upstream: Served;
/** Emits the path of each question that reaches the upstream. */
const arrivals = new EventEmitter();

beforeAll(async () => {
  server = await buildServer();
  upstream = await serve((req, res) => {
    const url = req.url ?? '';
    arrivals.emit(url);
    const operation = '{"id":"slow","status":"SUCCESS"}';
    const json = () => res.writeHead(200, { 'content-type': 'application/json' });
    if (url.endsWith('/log')) {
      json().write('[0');
      let sent = 0;
      const timer = setInterval(() => {
        sent += 1;
        if (sent < PIECES) res.write(`,${sent}`);
        else res.end(']');
        if (sent === PIECES) clearInterval(timer);
      }, SLOW_MS / PIECES);
    } else if (url.includes('/slow-')) setTimeout(() => json().end(operation), SLOW_MS);
    else if (!url.includes('/hangs-')) json().end(operation);
  });
}, 30_000);

afterAll(async () => {
  server.close();
  await upstream.close();
});

const start = () => server.start({ PORT: '0', TOLOKA_TOKEN: 'a-token', TOLOKA_URL: upstream.origin });
const path = (rest: string) => `/production/api/v1/operations/${rest}`;

/** Asks, and waits until the question has reached the upstream; the answer is still to come then. */
async function underWay({ url }: Started, rest: string) {
  const arrived = once(arrivals, `/api/v1/operations/${rest}`);
  const answer = fetch(new URL(path(rest), url)).then(
    async (response) => ({
      status: response.status,
      connection: response.headers.get('connection'),
      text: await response.text(),
    }),
    (error: unknown) => error,
  );
  await arrived;
  return { answer };
}

/** Connects again and again until nobody listens any more. */
async function untilRefused(started: Started): Promise<void> {
  const socket = connect(Number(started.url.port), '127.0.0.1');
  const connected = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  if (connected) await untilRefused(started);
}

describe.concurrent('a signal', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s: the answer in flight ends, a new connection is refused, exit 0',
    async (signal) => {
      const started = await start();
      const { answer } = await underWay(started, `slow-${signal}`);
      started.child.kill(signal);
      const order: string[] = [];
      const answered = answer.then(() => order.push('answered'));
      await untilRefused(started);
      order.push('refused');
      await answered;
      expect(order).toEqual(['refused', 'answered']);
      expect(await answer).toEqual({
        status: 200,
        connection: 'close',
        text: '{"id":"slow","status":"SUCCESS"}',
      });
      expect(await started.ended).toEqual([0, null]);
      expect(started.output().err).toBe('');
    },
  );

  test('a log that streams is streamed to its end', async () => {
    const started = await start();
    const { answer } = await underWay(started, 'slow/log');
    started.child.kill('SIGTERM');
    expect(await answer).toMatchObject({ status: 200, text: '[0,1,2,3,4,5]' });
    expect(await started.ended).toEqual([0, null]);
  });

  test('idle connections, and those that never asked anything, do not hold it up', async () => {
    const started = await start();
    const silent = connect(Number(started.url.port), '127.0.0.1');
    const kept = connect(Number(started.url.port), '127.0.0.1');
    await Promise.all([once(silent, 'connect'), once(kept, 'connect')]);
    kept.write(`GET ${path('quick')} HTTP/1.1\r\nHost: ${started.url.host}\r\n\r\n`);
    await once(kept, 'data');
    const before = performance.now();
    started.child.kill('SIGTERM');
    expect(await started.ended).toEqual([0, null]);
    expect(performance.now() - before).toBeLessThan(6_000);
    silent.destroy();
    kept.destroy();
  });

  test('what never ends is cut, and the process ends with 0 within 10 s', { timeout: 20_000 }, async () => {
    const started = await start();
    const { answer } = await underWay(started, 'hangs-long');
    const before = performance.now();
    started.child.kill('SIGTERM');
    expect(await started.ended).toEqual([0, null]);
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(await answer).toBeInstanceOf(Error);
  });

  test('Ctrl-C under npm is two signals at once, and means one', async () => {
    const started = await start();
    const { answer } = await underWay(started, 'slow-twice');
    started.child.kill('SIGINT');
    started.child.kill('SIGINT');
    expect(await answer).toMatchObject({ status: 200 });
    expect(await started.ended).toEqual([0, null]);
  });

  test('a second signal ends it at once', async () => {
    const started = await start();
    const { answer } = await underWay(started, 'hangs-briefly');
    started.child.kill('SIGTERM');
    const before = performance.now();
    const impatience = setInterval(() => started.child.kill('SIGTERM'), 100);
    expect(await started.ended).toEqual([143, null]);
    clearInterval(impatience);
    expect(performance.now() - before).toBeLessThan(6_000);
    expect(await answer).toBeInstanceOf(Error);
  });
});
