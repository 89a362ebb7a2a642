import { expect } from 'vitest';
import { rawRequest, requestText } from '../../../src/server/testing/rawRequest.ts';
import { attempt, expectRefused, freshList, hostHeader, LIST, type Threat } from './threat.ts';

/** Who asks, and how: rows 1, 2, 3 and 5. */

const NO_HOST = { status: 403, code: 'HOST_NOT_ALLOWED', viteToo: true } as const;
const CROSS_SITE = { status: 403, code: 'CROSS_SITE_REQUEST' } as const;
const VITE_HOST = 'Vite refuses most of these names before us, also with 403, in words of its own.';
const VITE_CAPITALS = 'Vite compares names as they are written. Browsers write them small.';
const VITE_HOSTS = { dev: VITE_HOST, preview: VITE_HOST };

const rebinding: Threat[] = [
  ...['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'].map((name): Threat => ({
    row: 1,
    id: 'T-HOST',
    title: `${name} is this machine`,
    ...(name === 'LOCALHOST' && { differs: { dev: VITE_CAPITALS, preview: VITE_CAPITALS } }),
    async run(home) {
      const { status, reached } = await attempt(home, freshList(), [hostHeader(home, name)]);
      const allowed = home.name === 'built' || name !== 'LOCALHOST';
      expect([status, reached]).toEqual(allowed ? [200, 1] : [403, 0]);
    },
  })),
  ...[
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
  ].map((name): Threat => ({
    row: 1,
    id: 'T-HOST',
    title: `"${name}" is not, for the page neither`,
    differs: VITE_HOSTS,
    async run(home) {
      for (const target of [LIST, '/', '/assets/x.js']) {
        await expectRefused(home, NO_HOST, target, [hostHeader(home, name)]);
      }
    },
  })),
  {
    row: 1,
    id: 'T-HOST',
    title: 'another port, no port, no host, two hosts',
    differs: VITE_HOSTS,
    async run(home) {
      const own = hostHeader(home, 'localhost');
      await expectRefused(home, NO_HOST, LIST, ['Host: localhost:1']);
      await expectRefused(home, NO_HOST, LIST, ['Host: localhost']);
      await expectRefused(home, NO_HOST, LIST, [], { version: '1.0' });
      await expectRefused(home, NO_HOST, LIST, [own, own]);
      await expectRefused(home, NO_HOST, LIST, [own, 'Host: evil.example']);
      expect((await attempt(home, LIST, [])).status).toBe(400);
    },
  },
];

const crossSite: Threat[] = [
  {
    row: 2,
    id: 'T-XS',
    title: 'this server’s pages and programs may ask',
    async run(home) {
      const origin = `Origin: http://127.0.0.1:${home.port}`;
      const typed = ['Sec-Fetch-Site: none', 'Sec-Fetch-Mode: navigate'];
      for (const more of [[], [origin], [origin, 'Sec-Fetch-Site: same-origin'], typed]) {
        const { status, headers } = await attempt(home, freshList(), [hostHeader(home), ...more]);
        expect(status).toBe(200);
        expect(headers).not.toHaveProperty('access-control-allow-origin');
      }
    },
  },
  {
    row: 2,
    id: 'T-XS',
    title: 'another origin’s may not',
    async run(home) {
      const { port } = home;
      for (const origin of [
        'http://evil.example',
        'null',
        '',
        `http://127.0.0.1:${port + 1}`,
        `http://localhost:${port}`,
        `https://127.0.0.1:${port}`,
        `http://127.0.0.1:${port}.evil.example`,
        `http://127.0.0.1:${port}, http://127.0.0.1:${port}`,
      ]) {
        await expectRefused(home, CROSS_SITE, LIST, [hostHeader(home), `Origin: ${origin}`]);
      }
    },
  },
  {
    row: 2,
    id: 'T-XS',
    title: 'nor may what a browser says comes from elsewhere, whatever else it says',
    async run(home) {
      const own = [hostHeader(home), `Origin: http://127.0.0.1:${home.port}`];
      for (const site of ['cross-site', 'same-site', '', 'none', 'same-origin, cross-site']) {
        for (const more of [[], ['X-Toloka-Dashboard: 1'], ['Sec-Fetch-Mode: no-cors']]) {
          await expectRefused(home, CROSS_SITE, LIST, [...own, `Sec-Fetch-Site: ${site}`, ...more]);
        }
      }
    },
  },
];

const preflight = (origin: string) => [
  `Origin: ${origin}`,
  'Access-Control-Request-Method: GET',
  'Access-Control-Request-Headers: x-toloka-dashboard',
  'Access-Control-Request-Private-Network: true',
];

const cors: Threat[] = ['http://localhost:3999', 'http://127.0.0.1:5173', 'http://evil.example', 'null'].map(
  (origin): Threat => ({
    row: 3,
    id: 'T-CORS',
    title: `a preflight from ${origin} is not granted`,
    async run(home) {
      for (const target of [LIST, `${LIST}/a/log`, '/', '/healthz']) {
        const headers = [hostHeader(home), ...preflight(origin)];
        const { status, text, reached } = await attempt(home, target, headers, { method: 'OPTIONS' });
        expect([target, status >= 400 || target === '/', reached]).toEqual([target, true, 0]);
        expect(text.toLowerCase()).not.toContain('access-control-allow');
      }
    },
  }),
);

const methods: Threat[] = [
  ...['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'OPTIONS', 'PROPFIND'].map((method): Threat => ({
    row: 5,
    id: 'T-METH',
    title: method,
    async run(home) {
      for (const target of [LIST, `${LIST}/a`, `${LIST}/a/log`]) {
        const { result, headers, reached } = await attempt(home, target, [hostHeader(home)], { method });
        expect([...result, reached, headers['allow']]).toEqual([405, 'METHOD_NOT_ALLOWED', 0, 'GET, HEAD']);
      }
    },
  })),
  {
    row: 5,
    id: 'T-METH',
    title: 'CONNECT and a method in lower case are no requests at all',
    async run(home) {
      const connect = await attempt(home, 'evil.example:443', [hostHeader(home)], { method: 'CONNECT' });
      const lower = await attempt(home, LIST, [hostHeader(home)], { method: 'get' });
      expect([connect.text, connect.reached, lower.status, lower.reached]).toEqual(['', 0, 400, 0]);
    },
  },
  {
    row: 5,
    id: 'T-METH',
    title: 'a method in a header or in the query changes nothing',
    async run(home) {
      await attempt(home, freshList(), [hostHeader(home), 'X-HTTP-Method-Override: DELETE']);
      expect(home.upstream.requests.at(-1)?.method).toBe('GET');
      const query = await attempt(home, `${LIST}?_method=DELETE`);
      expect(query.result).toEqual([400, 'UNKNOWN_PARAMETER']);
    },
  },
  {
    row: 5,
    id: 'T-METH',
    title: 'HEAD answers as GET without a body, and is sent on as GET',
    async run(home) {
      const list = freshList();
      const head = await attempt(home, list, [hostHeader(home)], { method: 'HEAD' });
      const get = await attempt(home, list);
      expect([head.status, head.body, head.reached]).toEqual([200, '', 1]);
      expect(head.headers['content-length']).toBe(String(get.body.length));
      expect(home.upstream.requests.at(-1)?.method).toBe('GET');
      const log = requestText(`${LIST}/log-spaces/log`, [hostHeader(home)], { method: 'HEAD' });
      const answer = await rawRequest(home.port, log);
      expect([answer.status, answer.body]).toEqual([200, '']);
    },
  },
];

export const CALLER_THREATS: readonly Threat[] = [...rebinding, ...crossSite, ...cors, ...methods];
