import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { serveFaultUpstream, type FaultUpstream } from './testing/faultUpstream.ts';
import { SENTINEL, serve, serveProxy, type Served } from './testing/serve.ts';

/** The log's route streams; everything else about it is as for the others. */

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

const log = (id: string, from = proxy) => `${from.origin}/production/api/v1/operations/${id}/log`;

/** Opens the log and collects it; `cut` tells whether the connection broke before the end. */
async function collect(url: string): Promise<{ status: number; text: string; cut: boolean }> {
  const [response] = (await once(request(url).end(), 'response')) as [IncomingMessage];
  let text = '';
  response.setEncoding('latin1');
  response.on('data', (chunk) => {
    text += String(chunk);
  });
  const cut = await new Promise<boolean>((resolve) => {
    response.on('end', () => resolve(false)).on('error', () => resolve(true));
  });
  return { status: response.statusCode ?? 0, text, cut };
}

test('a good log passes whole, whatever white space is around it', async () => {
  const { status, text, cut } = await collect(log('log-spaces'));
  expect([status, cut]).toEqual([200, false]);
  expect(JSON.parse(text)).toMatchObject([{ id: 'op-1' }]);
});

test.each([
  ['created', 201],
  ['gzip', 200],
  ['error-404', 404],
  ['html-200', 502],
  ['html-as-json', 502],
  ['empty', 502],
  ['hang', 504],
  ['reset', 502],
  ['redirect-302', 502],
  ['echo-error', 502],
])('%s → %i', async (mode, status) => {
  const response = await fetch(log(mode));
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await response.json()).toBeTypeOf('object');
});

test.each(['log-cut', 'log-half', 'log-stall', 'cut-chunked', 'cut-length'])(
  '%s is visible as cut off',
  async (mode) => {
    const { status, cut } = await collect(log(mode));
    expect([status, cut]).toEqual([200, true]);
  },
);

test('HEAD of an empty log is no log either', async () => {
  expect((await fetch(log('empty'), { method: 'HEAD' })).status).toBe(502);
});

test('a log that never ends is cut when its time is over', async () => {
  const own = await serveProxy(upstream.origin, { logIdleMs: 60_000, logTotalMs: 200 });
  const { cut } = await collect(log('log-stall', own));
  expect(cut).toBe(true);
  await own.close();
});

test('the token never passes, not even in pieces', async () => {
  const { text, cut } = await collect(log('log-echo-split'));
  expect(cut).toBe(true);
  expect(text.length).toBeGreaterThan(1000);
  expect(text).not.toContain(SENTINEL.slice(0, 10));
});

test('a client that leaves ends the upstream’s work', async () => {
  const before = upstream.abandoned();
  const asked = request(log('log-stall')).end();
  await once(asked, 'response');
  asked.destroy();
  await vi.waitFor(() => expect(upstream.abandoned()).toBe(before + 1), { timeout: 500, interval: 5 });
});

test('a client that leaves before the headers ends the upstream’s work', async () => {
  const before = upstream.abandoned();
  const asked = request(log('hang')).on('error', () => undefined);
  asked.end();
  await vi.waitFor(() => expect(upstream.requests.at(-1)?.url).toContain('/hang/log'), { interval: 5 });
  asked.destroy();
  await vi.waitFor(() => expect(upstream.abandoned()).toBe(before + 1), { timeout: 500, interval: 5 });
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
