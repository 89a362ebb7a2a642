import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { expect } from 'vitest';
import { rawRequest, requestText } from '../../../src/server/testing/rawRequest.ts';
import { SENTINEL } from '../../../src/server/testing/serve.ts';
import { attempt, freshList, hostHeader, LIST, type Threat } from './threat.ts';

/** What of a request goes on, and what else comes over its connection: rows 6, 9, 11 and 12. */

/** Headers as a list of pairs, for comparison with literal ones. */
function pairsOf(raw: readonly string[]): string[] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${raw[index + 1]}`] : []));
}

const headers: Threat = {
  row: 6,
  id: 'T-REQH',
  title: 'the upstream gets these headers, in this order, and no others',
  async run(home) {
    const sent = ['Cookie: a=b', 'Authorization: OAuth mine', 'X-Forwarded-For: 1.2.3.4', 'Range: bytes=0-1'];
    const more = ['If-None-Match: "x"', 'Accept: text/html', 'Referer: http://x/', 'Forwarded: for=1'];
    const odd = ['Authorization : x', 'X_Forwarded_Host: evil.example', 'Accept-Encoding: br', 'Via: 1.1 x'];
    await attempt(home, freshList(), [hostHeader(home), ...sent, ...more, ...odd.slice(1)]);
    expect(pairsOf(home.upstream.requests.at(-1)?.rawHeaders ?? [])).toEqual([
      `host: 127.0.0.1:${home.upstream.port}`,
      'connection: keep-alive',
      'accept: application/json',
      'accept-encoding: gzip',
      'user-agent: toloka-operations',
      `authorization: OAuth ${SENTINEL}`,
    ]);
    // A name with a blank before the colon is how headers are smuggled past a check.
    expect((await attempt(home, LIST, [hostHeader(home), ...odd])).status).toBe(400);
  },
};

const base: Threat = {
  row: 9,
  id: 'T-BASE',
  title: 'no request chooses where it goes (which origins may be configured: src/server/config.test.ts)',
  async run(home) {
    const trap = `127.0.0.1:${home.upstream.port}`;
    for (const header of [
      `X-Forwarded-Host: ${trap}`,
      `X-Original-URL: /api/v1/users`,
      `X-Rewrite-URL: /x`,
    ]) {
      const list = freshList();
      expect((await attempt(home, list, [hostHeader(home), header])).status).toBe(200);
      expect(home.upstream.requests.at(-1)?.url).toBe(list.replace('/production', ''));
    }
    for (const key of ['url', 'host', 'target', 'base']) {
      const { result } = await attempt(home, `${LIST}?${key}=http://${trap}`);
      expect(result).toEqual([400, 'UNKNOWN_PARAMETER']);
    }
  },
};

const upgrade = (more: readonly string[]) => [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ...more,
];
const upgradeText = (target: string, lines: readonly string[]) =>
  `GET ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;

const upgrades: Threat = {
  row: 11,
  id: 'T-UPG',
  title: 'an upgrade is cut at once',
  differs: { dev: 'Vite’s own page keeps its WebSocket (vite-hmr), which Vite guards by Host and token.' },
  async run(home) {
    for (const target of [LIST, `${LIST}/a/log`, '/', '/healthz']) {
      for (const more of [[], ['Sec-WebSocket-Protocol: x'], ['Origin: http://evil.example']]) {
        const text = upgradeText(target, [hostHeader(home), ...upgrade(more)]);
        expect((await rawRequest(home.port, text)).text).toBe('');
      }
    }
    expect(home.upstream.requests.filter(({ url }) => !url.startsWith('/api/v1/operations'))).toEqual([]);
    if (home.name !== 'dev') return;
    const headers = { connection: 'upgrade', upgrade: 'websocket', 'sec-websocket-protocol': 'vite-ping' };
    const key = { 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };
    const vites = request({ port: home.port, host: '127.0.0.1', headers: { ...headers, ...key } }).end();
    const [answer, socket] = (await once(vites, 'upgrade')) as [IncomingMessage, Socket];
    socket.destroy();
    expect(answer.statusCode).toBe(101);
  },
};

/** Expects that whatever comes back says no, and that the connection ends: `rawRequest` waits for that. */
const smuggled = (title: string, text: (own: string) => string): Threat => ({
  row: 12,
  id: 'T-SMUG',
  title,
  differs: { dev: VITE_ECHO, preview: VITE_ECHO },
  async run(home) {
    const before = home.upstream.requests.length;
    const answer = await rawRequest(home.port, text(hostHeader(home)));
    expect(new Set(answer.text.match(/HTTP\/1\.1 \d+/g))).toEqual(new Set(['HTTP/1.1 400']));
    expect(home.upstream.requests.length).toBe(before);
  },
});
const VITE_ECHO = 'Vite writes a bare 400 of its own after ours.';
const SECOND = `GET ${LIST}?id_gt=smuggled HTTP/1.1\r\nHost: x\r\n\r\n`;
const get = (own: string, lines: readonly string[]) =>
  `GET ${LIST} HTTP/1.1\r\n${[own, ...lines].join('\r\n')}\r\n\r\n`;

const smuggling: Threat[] = [
  smuggled('a length', (own) => `${get(own, ['Content-Length: 5'])}hello`),
  smuggled('chunks', (own) => `${get(own, ['Transfer-Encoding: chunked'])}0\r\n\r\n`),
  smuggled(
    'a length and chunks',
    (own) => `${get(own, ['Content-Length: 5', 'Transfer-Encoding: chunked'])}0\r\n\r\n${SECOND}`,
  ),
  smuggled('two lengths', (own) => `${get(own, ['Content-Length: 0', 'Content-Length: 9'])}${SECOND}`),
  smuggled('an odd encoding', (own) => `${get(own, ['Transfer-Encoding: xchunked'])}${SECOND}`),
  smuggled('a signed length', (own) => `${get(own, ['Content-Length: +5'])}hello`),
  smuggled('a folded header', (own) => get(own, ['X: a', ' Transfer-Encoding: chunked'])),
  smuggled('line ends without CR', (own) => `GET ${LIST} HTTP/1.1\n${own}\n\n`),
  smuggled('a lone CR before the next request', (own) => `GET ${LIST} HTTP/1.1\r\n${own}\r\n\rX: y\r\n\r\n`),
  {
    row: 12,
    id: 'T-SMUG',
    title: 'a second request in the same packet is one of its own, checked like any other',
    async run(home) {
      const first = `GET ${freshList()} HTTP/1.1\r\n${hostHeader(home)}\r\n\r\n`;
      const second = requestText(freshList(), ['Host: evil.example']);
      const before = home.upstream.requests.length;
      const { text } = await rawRequest(home.port, first + second);
      expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 403']);
      expect(home.upstream.requests.length).toBe(before + 1);
    },
  },
];

export const REQUEST_THREATS: readonly Threat[] = [headers, base, upgrades, ...smuggling];
