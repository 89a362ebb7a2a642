import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAsk } from './testing/ask.ts';
import { serveFaultUpstream, type FaultUpstream } from './testing/faultUpstream.ts';
import { rawRequest, requestText } from './testing/rawRequest.ts';
import { SENTINEL, serveProxy, type Served } from './testing/serve.ts';

/** Who may ask, over real sockets: what node's own clients would mend or refuse is written by hand. */

let upstream: FaultUpstream;
let proxy: Served;
const LIST = '/production/api/v1/operations';

beforeAll(async () => {
  upstream = await serveFaultUpstream();
  proxy = await serveProxy(upstream.origin);
});

afterAll(async () => {
  await proxy.close();
  await upstream.close();
});

beforeEach(() => {
  upstream.requests.length = 0;
});

const ask = createAsk(() => proxy.port);
const host = (name: string) => `Host: ${name}:${proxy.port}`;

describe('T-HOST', () => {
  test.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])('%s is allowed', async (name) => {
    expect((await ask(LIST, [host(name)])).result).toEqual([200, null]);
  });

  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:80@localhost',
    'localhost@evil.example',
    'localhost.',
    'x.localhost',
    '127.1',
    '0.0.0.0',
    '[::ffff:127.0.0.1]',
    '',
  ])('"%s" is refused, for the page too', async (name) => {
    expect((await ask(LIST, [host(name)])).result).toEqual([403, 'HOST_NOT_ALLOWED']);
    expect((await ask('/', [host(name)])).result).toEqual([403, 'HOST_NOT_ALLOWED']);
    expect(upstream.requests).toEqual([]);
  });

  test('another port, no port, no host, two hosts', async () => {
    const refused = [403, 'HOST_NOT_ALLOWED'];
    expect((await ask(LIST, ['Host: localhost:1'])).result).toEqual(refused);
    expect((await ask(LIST, ['Host: localhost'])).result).toEqual(refused);
    expect((await ask(LIST, [], { version: '1.0' })).result).toEqual(refused);
    expect((await ask(LIST, [host('localhost'), host('localhost')])).result).toEqual(refused);
    expect((await ask(LIST, [host('localhost'), 'Host: evil.example'])).result).toEqual(refused);
    expect(upstream.requests).toEqual([]);
  });
});

describe('T-XS', () => {
  const own = () => [host('127.0.0.1')];

  test('pages of this server and programs may ask', async () => {
    const origin = `Origin: http://127.0.0.1:${proxy.port}`;
    for (const more of [[], [origin], [origin, 'Sec-Fetch-Site: same-origin'], ['Sec-Fetch-Site: none']]) {
      expect((await ask(LIST, [...own(), ...more])).result).toEqual([200, null]);
    }
  });

  test('other origins may not', async () => {
    const { port } = proxy;
    const origins = [
      'http://evil.example',
      'null',
      '',
      `http://127.0.0.1:${port + 1}`,
      `http://localhost:${port}`,
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}.evil.example`,
      `http://127.0.0.1:${port}, http://127.0.0.1:${port}`,
    ];
    for (const origin of origins) {
      const { result, headers } = await ask(LIST, [...own(), `Origin: ${origin}`]);
      expect([origin, ...result]).toEqual([origin, 403, 'CROSS_SITE_REQUEST']);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
    for (const site of ['cross-site', 'same-site', '', 'same-origin, cross-site']) {
      expect((await ask(LIST, [...own(), `Sec-Fetch-Site: ${site}`])).result).toEqual([
        403,
        'CROSS_SITE_REQUEST',
      ]);
    }
    expect(upstream.requests).toEqual([]);
  });

  test('a preflight is never granted', async () => {
    const preflight = ['Origin: http://evil.example', 'Access-Control-Request-Method: GET'];
    const { status, text } = await ask(LIST, [...own(), ...preflight], { method: 'OPTIONS' });
    expect(status).toBe(405);
    expect(text.toLowerCase()).not.toContain('access-control');
  });
});

describe('T-METH', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'OPTIONS', 'PROPFIND'])('%s', async (method) => {
    const { result, headers } = await ask(LIST, [host('localhost')], { method });
    expect(result).toEqual([405, 'METHOD_NOT_ALLOWED']);
    expect(headers['allow']).toBe('GET, HEAD');
    expect(upstream.requests).toEqual([]);
  });

  test('a method in a header changes nothing', async () => {
    await ask(LIST, [host('localhost'), 'X-HTTP-Method-Override: DELETE']);
    expect(upstream.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  test('HEAD answers as GET without a body', async () => {
    const get = await ask(LIST);
    const head = await ask(LIST, [host('127.0.0.1')], { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
    expect(head.headers['content-length']).toBe(String(get.body.length));
    expect(upstream.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
    const log = await ask(`${LIST}/log-spaces/log`, [host('127.0.0.1')], { method: 'HEAD' });
    expect([log.status, log.body]).toEqual([200, '']);
  });
});

describe('T-SMUG: no bodies', () => {
  test.each([['Content-Length: 5'], ['Transfer-Encoding: chunked']])('%s', async (header) => {
    const body = header.startsWith('C') ? 'hello' : '0\r\n\r\n';
    const head = requestText(LIST, [host('localhost'), header]);
    const answer = await rawRequest(proxy.port, head + body);
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('BODY_NOT_ALLOWED');
    expect(answer.headers['connection']).toBe('close');
    expect(upstream.requests).toEqual([]);
  });
});

test('T-REQH: the upstream gets these headers and no others', async () => {
  const sent = ['Cookie: a=b', 'Authorization: OAuth mine', 'X-Forwarded-For: 1.2.3.4', 'Range: bytes=0-1'];
  const conditional = ['If-None-Match: "x"', 'Accept: text/html', 'Referer: http://x/', 'Forwarded: for=1'];
  await ask(`${LIST}?limit=1`, [host('localhost'), ...sent, ...conditional]);
  const pairs = upstream.requests[0]?.rawHeaders ?? [];
  const headers = Object.fromEntries(
    pairs.flatMap((name, index) => (index % 2 === 0 ? [[name, pairs[index + 1]]] : [])),
  );
  expect(headers).toEqual({
    host: `127.0.0.1:${upstream.port}`,
    connection: 'keep-alive',
    accept: 'application/json',
    'accept-encoding': 'gzip',
    'user-agent': 'toloka-operations',
    authorization: `OAuth ${SENTINEL}`,
  });
});
