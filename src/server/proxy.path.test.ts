import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAsk } from './testing/ask.ts';
import { serveFaultUpstream, type FaultUpstream } from './testing/faultUpstream.ts';
import { serveProxy, type Served } from './testing/serve.ts';

/** What may be asked: whatever comes in, only three paths with known keys go out. */

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

/** What a confused or hostile path and query is made of. */
const PIECES =
  '/ operations .. . %2e %2F ; log pools \\ ? & = # %00 @ type limit id_gt POOL.OPEN a %C3%A9 % + : // api/v1 http: \u00e9'.split(
    ' ',
  );

describe('T-PATH', () => {
  test.each([
    ['/production/api/v1/operations/../pools', 404],
    ['/production/api/v1/operations/%2e%2e/pools', 404],
    ['/production/api/v1/operations/..', 404],
    ['/production/api/v1/operations/.', 404],
    ['/production/api/v1/operations/;/../pools', 404],
    ['/production/api/v1/operations/a%2flog', 404],
    ['/production/api/v1/operations/a/log/', 404],
    ['/production/api/v1/operations/', 404],
    ['/production/api/v1/operations//log', 404],
    ['/production/api/v1/operations/a/log/b', 404],
    ['/production/api/v1/operations\\..\\pools', 404],
    ['/production/api/v1/users', 404],
    ['/production/api/v2/operations', 404],
    ['/production/api', 404],
    ['/sandbox/api/v1/operations', 404],
    ['/api/v1/operations', 404],
    ['//api/v1/operations', 404],
    ['/__proto__/api/v1/operations', 404],
    ['http://evil.example/production/api/v1/operations', 400],
    ['/production/api/v1/operations#x', 400],
    [`/production/api/v1/operations/${'a'.repeat(129)}`, 404],
  ])('%s → %i, nothing reaches the upstream', async (target, status) => {
    expect((await ask(target)).status).toBe(status);
    expect(upstream.requests).toEqual([]);
  });

  test.each(['/', '/production/operations', '/production/%61pi/v1/operations', '//evil.example/x'])(
    '%s is not the proxy’s',
    async (target) => {
      expect((await ask(target)).headers['x-next']).toBe('1');
    },
  );

  test('/healthz', async () => {
    const { status, body } = await ask('/healthz');
    expect([status, body]).toEqual([200, '{"status":"ok"}']);
    expect((await ask('/healthz', [host('localhost')], { method: 'POST' })).status).toBe(405);
  });

  test('whatever comes in, the upstream sees one of three paths and known keys', async () => {
    const language =
      /^\/api\/v1\/operations(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._~-]{1,128}(?:\/log)?|(?:\?(?:(?:type|status|sort|limit|(?:id|submitted|finished)_(?:gt|gte|lt|lte))=[A-Za-z0-9%._~!'()*-]*&?)+)?)$/;
    const piece = fc.constantFrom(...PIECES);
    const target = fc
      .array(piece, { maxLength: 8 })
      .map((pieces) => `/production/api/v1/operations${pieces.join('')}`);
    await fc.assert(
      fc.asyncProperty(target, async (text) => {
        upstream.requests.length = 0;
        const { status } = await ask(text);
        expect(upstream.requests.filter(({ url }) => !language.test(url))).toEqual([]);
        expect(upstream.requests.length).toBe(status === 200 ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the query', () => {
  test('is written anew, in one order', async () => {
    await ask(`${LIST}?limit=5&type=POOL.OPEN&submitted_gte=2026-01-02T03%3A04&sort=-submitted,id&`);
    expect(upstream.requests[0]?.url).toBe(
      '/api/v1/operations?type=POOL.OPEN&submitted_gte=2026-01-02T03%3A04&sort=-submitted%2Cid&limit=5',
    );
  });

  test.each([
    ['limt=5', 'UNKNOWN_PARAMETER', 'limt'],
    ['limit=5&after=x', 'UNKNOWN_PARAMETER', 'after'],
    ['Limit=5', 'UNKNOWN_PARAMETER', 'Limit'],
    ['__proto__=5', 'UNKNOWN_PARAMETER', '__proto__'],
    ['limit=5&limit=6', 'REPEATED_PARAMETER', 'limit'],
    ['limit=5&%6Cimit=6', 'REPEATED_PARAMETER', 'limit'],
    ['limit=%', 'MALFORMED_REQUEST', 'URL-encoded'],
    ['limit=%ff', 'MALFORMED_REQUEST', 'URL-encoded'],
  ])('%s is refused as %s', async (query, code, named) => {
    const answer = await ask(`${LIST}?${query}`);
    expect(answer.result).toEqual([400, code]);
    expect(answer.body).toContain(named);
    expect(upstream.requests).toEqual([]);
  });

  test('only the list takes one', async () => {
    expect((await ask(`${LIST}/a?limit=1`)).code).toBe('UNKNOWN_PARAMETER');
    expect((await ask(`${LIST}/a/log?limit=1`)).code).toBe('UNKNOWN_PARAMETER');
  });
});
