import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  serveFaultUpstream,
  UPSTREAM_MODES,
  type FaultUpstream,
  type UpstreamMode,
} from './testing/faultUpstream.ts';
import { SENTINEL, serveProxy, type Served } from './testing/serve.ts';
import { containsAny, tokenForms } from './tokenForms.ts';
import { Secret } from './secret.ts';

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

const get = (path: string) => fetch(`${proxy.origin}/production/api/v1/operations${path}`);

/** Status and code of the proxy's answer; null when it is the upstream's own. */
const EXPECTED: Partial<Record<UpstreamMode, readonly [number, string | null]>> = {
  ok: [200, null],
  created: [201, null],
  gzip: [200, null],
  'problem-json': [200, null],
  'error-404': [404, 'DOES_NOT_EXIST'],
  'error-429': [429, 'TOO_MANY_REQUESTS'],
  'error-503': [503, 'UNAVAILABLE'],
  'error-401': [401, 'AUTHENTICATION_ERROR'],
  hostile: [200, null],
  'html-200': [502, 'UPSTREAM_NOT_JSON'],
  'html-503': [502, 'UPSTREAM_NOT_JSON'],
  'html-as-json': [502, 'UPSTREAM_NOT_JSON'],
  'no-type': [502, 'UPSTREAM_NOT_JSON'],
  empty: [502, 'UPSTREAM_NOT_JSON'],
  'no-content': [502, 'UPSTREAM_NOT_JSON'],
  truncated: [502, 'UPSTREAM_NOT_JSON'],
  'bad-utf8': [502, 'UPSTREAM_NOT_JSON'],
  brotli: [502, 'UPSTREAM_NOT_JSON'],
  'false-gzip': [502, 'UPSTREAM_CUT'],
  'cut-gzip': [502, 'UPSTREAM_CUT'],
  bomb: [502, 'UPSTREAM_TOO_LARGE'],
  huge: [502, 'UPSTREAM_TOO_LARGE'],
  'cut-length': [502, 'UPSTREAM_CUT'],
  'cut-chunked': [502, 'UPSTREAM_CUT'],
  reset: [502, 'UPSTREAM_UNREACHABLE'],
  hang: [504, 'UPSTREAM_TIMEOUT'],
  'hang-body': [504, 'UPSTREAM_TIMEOUT'],
  drip: [504, 'UPSTREAM_TIMEOUT'],
  'redirect-301': [502, 'UPSTREAM_REDIRECT'],
  'redirect-302': [502, 'UPSTREAM_REDIRECT'],
  'redirect-307': [502, 'UPSTREAM_REDIRECT'],
  'redirect-308': [502, 'UPSTREAM_REDIRECT'],
  'not-modified': [502, 'UPSTREAM_REDIRECT'],
  'bad-http': [502, 'UPSTREAM_UNREACHABLE'],
  'status-101': [502, 'UPSTREAM_UNREACHABLE'],
  'status-999': [502, 'UPSTREAM_NOT_JSON'],
  'big-header': [502, 'UPSTREAM_UNREACHABLE'],
  'echo-raw': [502, 'UPSTREAM_ECHOED_TOKEN'],
  'echo-base64': [502, 'UPSTREAM_ECHOED_TOKEN'],
  'echo-base64url': [502, 'UPSTREAM_ECHOED_TOKEN'],
  'echo-url': [502, 'UPSTREAM_ECHOED_TOKEN'],
  'echo-error': [502, 'UPSTREAM_ECHOED_TOKEN'],
};

describe('every fault of the upstream becomes one true answer', () => {
  test.concurrent.each(Object.entries(EXPECTED))('%s', async (mode, [status, code]) => {
    const response = await get(`/${mode}`);
    const body = (await response.json()) as Record<string, unknown>;
    expect([response.status, body['code'] ?? null]).toEqual([status, code]);
    if (code) expect(body).toMatchObject({ request_id: expect.any(String), message: expect.any(String) });
  });

  test('every mode is expected here or in the test of the log', () => {
    const missing = Object.keys(UPSTREAM_MODES).filter(
      (mode) => !(mode in EXPECTED) && !mode.startsWith('log-'),
    );
    expect(missing).toEqual([]);
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

  test('a redirect is never followed', async () => {
    for (const status of [301, 302, 307, 308]) await (await get(`/redirect-${status}`)).text();
    expect(upstream.requests.map(({ url }) => url)).not.toContain('/trap');
  });

  test.each(['error-429', 'html-503'] as const)('Retry-After of %s is kept', async (mode) => {
    const response = await get(`/${mode}`);
    expect(response.headers.get('retry-after')).toBe(mode === 'error-429' ? '7' : '9');
  });

  test('T-LEAK: no answer holds the token in any form', async () => {
    const forms = tokenForms('OAuth', new Secret(SENTINEL));
    expect(containsAny(Buffer.from(`x${Buffer.from(SENTINEL).toString('base64')}`), forms)).toBe(true);
    const quick = Object.keys(UPSTREAM_MODES).filter((mode) => !/hang|drip|stall|huge|bomb/.test(mode));
    const paths = quick.flatMap((mode) => [`/${mode}`, `/${mode}/log`]);
    const texts = await Promise.all(
      paths.map(async (path) => {
        const response = await get(path);
        const headers = JSON.stringify([...response.headers]);
        // A log that is cut rejects; what had come before it is looked at in the test of the log.
        return headers + (await response.text().catch(() => ''));
      }),
    );
    expect(texts.filter((text) => containsAny(Buffer.from(text), forms))).toEqual([]);
  });
});

describe('headers', () => {
  test('T-RESH: only named headers of the upstream go out', async () => {
    const response = await get('/hostile');
    const headers = Object.fromEntries(response.headers);
    delete headers['date'];
    expect(headers).toEqual({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': "default-src 'none'",
      'content-length': '89',
      connection: 'keep-alive',
      'keep-alive': 'timeout=5',
    });
  });

  test('a challenge of the upstream does not reach the browser', async () => {
    const response = await get('/error-401');
    expect(response.headers.has('www-authenticate')).toBe(false);
  });
});
