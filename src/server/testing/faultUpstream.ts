import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { SENTINEL, serve, type Served } from './serve.ts';

type Answer = (res: ServerResponse, req: IncomingMessage) => void;

const OPERATION = '{"id":"op-1","type":"POOL.OPEN","status":"SUCCESS","submitted":"2026-01-02T03:04:05.678"}';
const JSON_HEADERS = { 'content-type': 'application/json' };

const send =
  (status: number, body: string | Buffer, headers: Record<string, string> = JSON_HEADERS): Answer =>
  (res) =>
    res.writeHead(status, headers).end(body);
const sendRaw =
  (text: string): Answer =>
  (res) =>
    res.socket?.end(text);
const echo =
  (write: (header: string) => string): Answer =>
  (res, req) =>
    send(200, JSON.stringify({ seen: write(req.headers.authorization ?? '') }))(res, req);
const error = (code: string) => JSON.stringify({ request_id: 'r-1', code, message: 'A sentence.' });
const write = (res: ServerResponse, text: string) => res.writeHead(200, JSON_HEADERS).write(text);

/** 10 MiB of gzip that become 10 GiB: a thousand times the same member, as gzip allows. */
function bomb(): Buffer {
  const member = gzipSync(Buffer.alloc(10 * 1024 * 1024, ' '), { level: 9 });
  return Buffer.concat(Array.from({ length: 1024 }, () => member));
}

/** How long the log of `log-long` is, in bytes. */
export const LONG_LOG_BYTES = 64 * 1024 * 1024;

/** Writes a good log of that length, as fast as it is read. */
function sendLongLog(res: ServerResponse): void {
  const item = `${JSON.stringify({ type: 'X', success: true, input: 'x'.repeat(65_000) })},`;
  const last = '{"type":"X"}]';
  let left = LONG_LOG_BYTES - 1 - last.length;
  res.writeHead(200, JSON_HEADERS).write('[');
  const more = () => {
    while (left >= item.length) {
      left -= item.length;
      if (!res.write(item)) return;
    }
    res.off('drain', more).end(' '.repeat(left) + last);
  };
  res.on('drain', more);
  more();
}

/** Every way in which the upstream answers, by the operation's ID that is asked for. */
export const UPSTREAM_MODES = {
  ok: send(200, OPERATION),
  created: send(201, OPERATION),
  gzip: send(200, gzipSync(OPERATION), { ...JSON_HEADERS, 'content-encoding': 'gzip' }),
  'problem-json': send(200, OPERATION, { 'content-type': 'application/problem+json; charset=utf-8' }),
  'error-404': send(404, error('DOES_NOT_EXIST')),
  'error-429': send(429, error('TOO_MANY_REQUESTS'), { ...JSON_HEADERS, 'retry-after': '7' }),
  'error-503': send(503, error('UNAVAILABLE'), {
    ...JSON_HEADERS,
    'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT',
  }),
  'error-401': send(401, error('AUTHENTICATION_ERROR'), {
    ...JSON_HEADERS,
    'www-authenticate': 'Basic realm="x"',
  }),
  hostile: send(200, OPERATION, {
    'content-type': 'application/json; charset=evil"<script>',
    'set-cookie': 'a=b',
    'access-control-allow-origin': '*',
    server: 'Secret/1.0',
    location: 'http://evil.example/',
    'x-internal': '10.0.0.1',
    connection: 'x-internal, keep-alive',
    'cache-control': 'public, max-age=3600',
    refresh: '0; url=http://evil.example/',
    'retry-after': '5<script>',
  }),
  'html-200': send(200, '<html></html>', { 'content-type': 'text/html' }),
  'html-503': send(503, '<html></html>', { 'content-type': 'text/html', 'retry-after': '9' }),
  'html-as-json': send(200, '<html></html>'),
  'no-type': send(200, OPERATION, {}),
  empty: send(200, ''),
  'no-content': (res) => res.writeHead(204).end(),
  truncated: send(200, OPERATION.slice(0, 40)),
  'bad-utf8': send(200, Buffer.from('"\xff\xfe"', 'latin1')),
  brotli: send(200, OPERATION, { ...JSON_HEADERS, 'content-encoding': 'br' }),
  'false-gzip': send(200, OPERATION, { ...JSON_HEADERS, 'content-encoding': 'gzip' }),
  'cut-gzip': send(200, gzipSync(OPERATION).subarray(0, 30), {
    ...JSON_HEADERS,
    'content-encoding': 'gzip',
  }),
  bomb: (res, req) => send(200, bomb(), { ...JSON_HEADERS, 'content-encoding': 'gzip' })(res, req),
  huge: (res) => {
    res.writeHead(200, JSON_HEADERS);
    const more = () => {
      while (!res.destroyed && res.write(' '.repeat(16 * 1024)));
    };
    res.on('drain', more);
    more();
  },
  'cut-length': (res) => {
    res.writeHead(200, { ...JSON_HEADERS, 'content-length': '1000' }).write(OPERATION);
    setImmediate(() => res.destroy());
  },
  'cut-chunked': (res) => {
    write(res, OPERATION);
    setImmediate(() => res.destroy());
  },
  reset: (res) => res.socket?.resetAndDestroy(),
  hang: () => undefined,
  'hang-body': (res) => void write(res, '{"id":'),
  drip: (res) => {
    write(res, ' ');
    const timer = setInterval(() => res.write(' '), 50);
    res.on('close', () => clearInterval(timer));
  },
  'redirect-301': send(301, '', { location: '/trap' }),
  'redirect-302': send(302, '', { location: '/trap' }),
  'redirect-307': send(307, '', { location: '/trap' }),
  'redirect-308': send(308, '', { location: '/trap' }),
  'not-modified': send(304, '', {}),
  'bad-http': sendRaw('NONSENSE\r\n\r\n'),
  'status-101': sendRaw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
  'status-999': sendRaw('HTTP/1.1 999 Odd\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}'),
  'big-header': sendRaw(`HTTP/1.1 200 OK\r\nX-Big: ${'x'.repeat(200_000)}\r\n\r\n{}`),
  'echo-raw': echo((header) => header),
  'echo-base64': echo((header) => Buffer.from(header).toString('base64')),
  'echo-base64url': echo((header) => Buffer.from(`x${header}yz`).toString('base64url')),
  'echo-url': echo((header) => encodeURIComponent(header)),
  'echo-error': (res, req) => send(400, JSON.stringify({ message: req.headers.authorization }))(res, req),
  'log-spaces': send(200, `\n ${' '.repeat(40)}[${OPERATION}]\n`),
  'log-half': send(200, `[${OPERATION},{"id":`),
  'log-echo-split': (res) => {
    // The token, in two pieces, far behind the first bytes.
    write(res, `[${'1,'.repeat(5000)}"${SENTINEL.slice(0, 10)}`);
    setTimeout(() => res.end(`${SENTINEL.slice(10)}"]`), 20);
  },
  'log-cut': (res) => {
    write(res, `[${'1,'.repeat(5000)}`);
    setTimeout(() => res.destroy(), 20);
  },
  'log-long': sendLongLog,
  'log-stall': (res) => void write(res, `[${'1,'.repeat(5000)}`),
} as const satisfies Record<string, Answer>;

export type UpstreamMode = keyof typeof UPSTREAM_MODES;

/** A hostile upstream and what reached it. */
export type FaultUpstream = Served & {
  readonly requests: {
    readonly method: string;
    readonly url: string;
    readonly rawHeaders: readonly string[];
  }[];
  /** How many connections were ended by the other side while their answer was under way. */
  readonly abandoned: () => number;
};

/** Starts an upstream that misbehaves as the asked operation's ID says; other IDs and the list are answered well. */
export async function serveFaultUpstream(): Promise<FaultUpstream> {
  const requests: FaultUpstream['requests'] = [];
  let abandoned = 0;
  const served = await serve((req, res) => {
    const url = req.url ?? '';
    requests.push({ method: req.method ?? '', url, rawHeaders: req.rawHeaders });
    res.on('close', () => {
      if (!res.writableFinished) abandoned += 1;
    });
    const id = /^\/api\/v1\/operations\/([^/?]+)/.exec(url)?.[1] ?? '';
    const mode: Answer | undefined = Object.hasOwn(UPSTREAM_MODES, id)
      ? UPSTREAM_MODES[id as UpstreamMode]
      : undefined;
    if (mode) mode(res, req);
    else send(200, `{"items":[${OPERATION}],"has_more":false}`)(res, req);
  });
  return { ...served, requests, abandoned: () => abandoned };
}
