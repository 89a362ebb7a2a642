import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { Problem } from './problem.ts';
import { isLoopback } from './settings.ts';

/** Who may ask: checks that look at a request's head only. Each throws a `Problem` or returns. */

/** The names by which this server may be called. */
export type OwnNames = {
  /** Names of this machine, lower case: they want the port that the request really came in on. */
  readonly machine: ReadonlySet<string>;
  /** Host headers of the public origins (`ALLOWED_HOSTS`), each with its origin: behind a proxy the port differs. */
  readonly publicOrigins: ReadonlyMap<string, string>;
};

/** The names for a host to listen on and public origins as `new URL` writes them (`https://ops.example.com`). */
export function ownNames(host: string, publicOrigins: readonly string[] = []): OwnNames {
  const listening = isLoopback(host) ? [host.includes(':') ? `[${host}]` : host.toLowerCase()] : [];
  return {
    machine: new Set(['localhost', '127.0.0.1', '[::1]', ...listening]),
    publicOrigins: new Map(
      publicOrigins.flatMap((origin) => hostHeaders(new URL(origin)).map((sent) => [sent, origin])),
    ),
  };
}

/** A default port may be written or left out: some proxies add it. */
function hostHeaders({ protocol, host, port }: URL): string[] {
  return port === '' ? [host, `${host}:${protocol === 'https:' ? 443 : 80}`] : [host];
}

/**
 * The origin under which the request came. Refuses any Host but the server's own names, and a missing or doubled one.
 * An exact comparison, against DNS rebinding: a page at evil.example that resolves to 127.0.0.1 sends its own name.
 */
export function checkHost(req: IncomingMessage, names: OwnNames): string {
  const sent = req.headersDistinct['host'] ?? [];
  const host = sent[0]?.toLowerCase() ?? '';
  const origin = names.publicOrigins.get(host) ?? machineOrigin(req, host, names.machine);
  if (sent.length === 1 && origin !== null) return origin;
  throw new Problem(
    'HOST_NOT_ALLOWED',
    'This server answers only under its own name. Open it by the address that it printed when it started.',
  );
}

function machineOrigin(req: IncomingMessage, host: string, machine: ReadonlySet<string>): string | null {
  const port = req.socket.localPort;
  const name = port === 80 && !/:\d*$/.test(host) ? host : withoutPort(host, port);
  if (name === null || !machine.has(name)) return null;
  return `${req.socket instanceof TLSSocket ? 'https' : 'http'}://${host}`;
}

function withoutPort(host: string, port: number | undefined): string | null {
  const ending = `:${port}`;
  return host.endsWith(ending) ? host.slice(0, -ending.length) : null;
}

/** GET and HEAD only: nothing that this proxy lends the token to may change the account. */
export function checkMethod(req: IncomingMessage): void {
  if (req.method === 'GET' || req.method === 'HEAD') return;
  throw new Problem('METHOD_NOT_ALLOWED', 'Operations can only be read here: use GET or HEAD.', {
    headers: { allow: 'GET, HEAD' },
  });
}

/** Refuses bodies: a GET has none, and one that claims otherwise is how requests are smuggled. */
export function checkNoBody(req: IncomingMessage): void {
  const length = req.headersDistinct['content-length'] ?? [];
  if (req.headers['transfer-encoding'] === undefined && length.every((value) => value === '0')) return;
  throw new Problem('BODY_NOT_ALLOWED', 'A request for operations has no body.', {
    headers: { connection: 'close' },
  });
}

/**
 * Refuses requests that another site's page sent. `own`: what `checkHost` gave. Origin is compared whole, because
 * prefixes and patterns have let `trusted.example.evil.example` pass (CVE-2026-40110); Sec-Fetch-Site `none` is for what
 * a person types. Programs send neither and may pass. Browsers send neither with a GET for an image or a script to a
 * server that is reached by plain http and not on loopback (CVE-2026-6402): there they need the page's own header.
 */
export function checkSameSite(req: IncomingMessage, own: string): void {
  const { origin } = req.headers;
  const site = req.headers['sec-fetch-site'];
  const typed = site === 'none' && req.headers['sec-fetch-mode'] === 'navigate';
  const sameOrigin = origin === undefined || origin === own;
  const sameSite = site === undefined || site === 'same-origin' || typed;
  const unmarked = origin === undefined && site === undefined;
  if (sameOrigin && sameSite && !(unmarked && mayBeAnyPage(req, own))) return;
  throw new Problem(
    'CROSS_SITE_REQUEST',
    'Pages of other sites may not read operations through this server.',
  );
}

/**
 * What the app sends with each request. Another site's page cannot without asking first (a CORS preflight), which is
 * never granted.
 */
const PAGE_HEADER = 'x-toloka-dashboard';

function mayBeAnyPage(req: IncomingMessage, own: string): boolean {
  // Every browser calls itself so, and a page cannot change it in a request that needs no preflight.
  const browser = (req.headers['user-agent'] ?? '').startsWith('Mozilla/');
  if (!browser || req.headers[PAGE_HEADER] !== undefined) return false;
  return own.startsWith('http:') && !isLoopback(new URL(own).hostname);
}
