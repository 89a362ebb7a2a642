import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { Problem } from './problem.ts';

/** Who may ask: checks that look at a request's head only. Each throws a `Problem` or returns. */

/** The Host names by which this machine may be called, lower case, without a port. */
export function hostNames(configuredHost: string): ReadonlySet<string> {
  const configured = configuredHost.includes(':') ? `[${configuredHost}]` : configuredHost;
  return new Set(['localhost', '127.0.0.1', '[::1]', configured.toLowerCase()]);
}

/**
 * Refuses any Host but one of `names` with the port that the request really came in on, and a missing or doubled one.
 * An exact comparison, against DNS rebinding: a page at evil.example that resolves to 127.0.0.1 sends its own name.
 */
export function checkHost(req: IncomingMessage, names: ReadonlySet<string>): void {
  const sent = req.headersDistinct['host'] ?? [];
  const port = req.socket.localPort;
  const host = sent[0]?.toLowerCase() ?? '';
  const name = port === 80 && !/:\d*$/.test(host) ? host : withoutPort(host, port);
  if (sent.length !== 1 || name === null || !names.has(name)) {
    throw new Problem(
      'HOST_NOT_ALLOWED',
      'This server answers only under its own name. Open it by the address that it printed when it started.',
    );
  }
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
 * Refuses requests that another site's page sent. Programs send neither header and may pass. Sec-Fetch-Site cannot be
 * the only check, because browsers send it to trustworthy origins only (CVE-2026-6402); Origin is compared whole,
 * because prefixes and patterns have let `trusted.example.evil.example` pass (CVE-2026-40110).
 */
export function checkSameSite(req: IncomingMessage): void {
  const scheme = req.socket instanceof TLSSocket ? 'https' : 'http';
  const own = `${scheme}://${req.headers.host?.toLowerCase()}`;
  const origin = req.headers.origin;
  const site = req.headers['sec-fetch-site'];
  const sameOrigin = origin === undefined || origin === own;
  if (sameOrigin && (site === undefined || site === 'same-origin' || site === 'none')) return;
  throw new Problem(
    'CROSS_SITE_REQUEST',
    'Pages of other sites may not read operations through this server.',
  );
}
