import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createAsk } from './testing/ask.ts';
import { serveFaultUpstream, type FaultUpstream } from './testing/faultUpstream.ts';
import { serve, serveProxy, type Served } from './testing/serve.ts';

/** What the table of threats (tests/threats) leaves to one process: what is not the proxy's, and who leaves when. */

let upstream: FaultUpstream;
let proxy: Served;

beforeAll(async () => {
  upstream = await serveFaultUpstream();
  proxy = await serveProxy(upstream.origin);
});

afterAll(async () => {
  await proxy.close();
  await upstream.close();
});

const ask = createAsk(() => proxy.port);
const log = (id: string, from = proxy) => `${from.origin}/production/api/v1/operations/${id}/log`;

/** Opens a log and reads it; gives whether the connection broke before the end. */
async function isCut(url: string): Promise<boolean> {
  const [response] = (await once(request(url).end(), 'response')) as [IncomingMessage];
  response.resume();
  return new Promise<boolean>((resolve) => {
    response.on('end', () => resolve(false)).on('error', () => resolve(true));
  });
}

test.each(['/', '/production/operations', '/production/%61pi/v1/operations', '//evil.example/x'])(
  '%s is not the proxy’s',
  async (target) => {
    expect((await ask(target)).headers['x-next']).toBe('1');
  },
);

test('/healthz', async () => {
  const { status, body } = await ask('/healthz');
  expect([status, body]).toEqual([200, '{"status":"ok"}']);
  const posted = await ask('/healthz', [`Host: localhost:${proxy.port}`], { method: 'POST' });
  expect(posted.status).toBe(405);
});

test('an upstream that is not there', async () => {
  const gone = await serveFaultUpstream();
  await gone.close();
  const alone = await serveProxy(gone.origin);
  const response = await fetch(`${alone.origin}/production/api/v1/operations`);
  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({
    code: 'UPSTREAM_UNREACHABLE',
    message: 'The API could not be reached: it refused the connection.',
  });
  await alone.close();
});

test('HEAD of an empty log is no log either', async () => {
  expect((await fetch(log('empty'), { method: 'HEAD' })).status).toBe(502);
});

test('a log that never ends is cut when its time is over', async () => {
  const own = await serveProxy(upstream.origin, { logIdleMs: 60_000, logTotalMs: 200 });
  const cut = await isCut(log('log-stall', own));
  expect(cut).toBe(true);
  await own.close();
});

test('a client that leaves ends the upstream’s work', async () => {
  const before = upstream.abandoned();
  const asked = request(log('log-stall')).end();
  await once(asked, 'response');
  asked.destroy();
  await vi.waitFor(() => expect(upstream.abandoned()).toBe(before + 1), { timeout: 10_000, interval: 5 });
});

test('a client that leaves before the headers ends the upstream’s work', async () => {
  const before = upstream.abandoned();
  const asked = request(log('hang')).on('error', () => undefined);
  asked.end();
  await vi.waitFor(() => expect(upstream.requests.at(-1)?.url).toContain('/hang/log'), {
    timeout: 10_000,
    interval: 5,
  });
  asked.destroy();
  await vi.waitFor(() => expect(upstream.abandoned()).toBe(before + 1), { timeout: 10_000, interval: 5 });
});

test('a reader that stops reading stops the upstream: back-pressure', async () => {
  const chunk = Buffer.alloc(64 * 1024, '1,');
  let written = 0;
  const source = await serve((_, res) => {
    res.writeHead(200, { 'content-type': 'application/json' }).write('[');
    const more = () => {
      do written += chunk.length;
      while (!res.destroyed && res.write(chunk));
    };
    res.on('drain', more);
    more();
  });
  const own = await serveProxy(source.origin, { logIdleMs: 2_000 });
  const asked = request(log('endless', own)).on('error', () => undefined);
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.on('error', () => undefined);
  response.pause();
  let last = -1;
  await vi.waitFor(
    () => {
      const moved = written !== last;
      last = written;
      expect(moved).toBe(false);
    },
    { timeout: 3_000, interval: 150 },
  );
  // What the sockets between the three hold, not more; without back-pressure it grows until the memory is full.
  expect(written).toBeLessThan(32 * 1024 * 1024);
  asked.destroy();
  await own.close();
  await source.close();
});
