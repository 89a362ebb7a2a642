import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Agent, request, type RequestOptions } from 'node:https';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildServer, type BuiltServer, type Started } from '../../src/server/testing/builtServer.ts';
import { serve, type Served } from '../../src/server/testing/serve.ts';
import { freePorts, NGINX, startNginx, type Nginx } from './nginx.ts';

/** Two replicas behind the nginx of `deploy/nginx.conf` serve one user without a visible seam. */

const KEY = 'SENTINEL-key-0123456789-abcdef';
const certificate = path.resolve('tests/threats/certificates/self-signed.pem');
const agent = new Agent({ keepAlive: true, rejectUnauthorized: false, servername: 'ops.example.com' });

/** For a busy machine. */
const PATIENCE = { timeout: 20_000 };

let built: BuiltServer;
let upstream: Served;
let nginx: Nginx;
let ports: number[];
let origin: string;
let replicas: [Started, Started];
let session = '';

const startReplica = (port: number) =>
  built.start(
    {
      PORT: String(port),
      ACCESS_KEY: KEY,
      ALLOWED_HOSTS: origin,
      TOLOKA_TOKEN: 'a-token',
      TOLOKA_URL: upstream.origin,
    },
    ['--log'],
  );

/** Asks through nginx, over connections that are kept as a browser keeps them. */
async function ask(target: string, { method = 'GET', headers = {}, body = '' } = {}) {
  const options: RequestOptions = { agent, port: ports[0], host: '127.0.0.1', path: target, method };
  const sent = request({ ...options, headers: { host: new URL(origin).host, cookie: session, ...headers } });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() };
}

const questions = (replica: Started) => replica.output().err.split('"route":"/:environment/api').length - 1;

describe.runIf(NGINX)('two replicas', () => {
  beforeAll(async () => {
    const since = Date.now();
    built = await buildServer();
    upstream = await serve((_req, res) => {
      const operation = {
        id: 'a',
        status: 'RUNNING',
        type: 'POOL.OPEN',
        parameters: { ms: Date.now() - since },
      };
      res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(operation));
    });
    ports = await freePorts(4);
    const [tls = 0, plain = 0, ...behind] = ports;
    origin = `https://ops.example.com:${tls}`;
    replicas = [await startReplica(behind[0] ?? 0), await startReplica(behind[1] ?? 0)];
    nginx = await startNginx({ tls, plain, replicas: behind }, certificate);
  }, 60_000);

  afterAll(async () => {
    agent.destroy();
    await nginx.close();
    built.close();
    await upstream.close();
  });

  test('one sign-in holds for both', async () => {
    const refused = await ask('/production/operations', { headers: { accept: 'text/html' } });
    expect([refused.status, refused.text.includes('Access key needed')]).toEqual([401, true]);
    const form = { origin, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await ask('/sign-in', {
      method: 'POST',
      headers: form,
      body: `key=${KEY}&to=/production/operations`,
    });
    expect([answer.status, answer.headers.location]).toEqual([303, `${origin}/production/operations`]);
    session = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    expect(session).toMatch(/^__Host-toloka-operations-/);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask('/production/api/v1/operations/a')),
    );
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(Math.min(...replicas.map(questions))).toBeGreaterThan(4);
    const pages = await Promise.all(
      Array.from({ length: 6 }, () => ask('/production/operations', { headers: { accept: 'text/html' } })),
    );
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    expect(pages[0]?.text).toContain('<title>The page</title>');
  });

  test(
    'each is stopped and started while one looks, and no question fails or goes back further than a second',
    { timeout: 60_000 },
    async () => {
      const enough = new AbortController();
      const failures: unknown[] = [];
      const seen: number[] = [];
      const looking = (async () => {
        while (!enough.signal.aborted) {
          const { status, text } = await ask('/production/api/v1/operations/a');
          if (status === 200) seen.push((JSON.parse(text) as { parameters: { ms: number } }).parameters.ms);
          else failures.push([status, text]);
        }
      })();
      for (const index of [0, 1, 0] as const) {
        const before = seen.length;
        replicas[index].child.kill('SIGTERM');
        expect(await replicas[index].ended).toEqual([0, null]);
        await expect.poll(() => seen.length, PATIENCE).toBeGreaterThan(before + 10);
        replicas[index] = await startReplica(ports[2 + index] ?? 0);
        await expect.poll(() => questions(replicas[index]), PATIENCE).toBeGreaterThan(3);
      }
      enough.abort();
      await looking;
      expect(failures).toEqual([]);
      const newest = seen.map((_, index) => Math.max(...seen.slice(0, index + 1)));
      expect(Math.max(...seen.map((ms, index) => (newest[index] ?? 0) - ms))).toBeLessThan(1_500);
    },
  );
});
