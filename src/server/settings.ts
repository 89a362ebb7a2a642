import { isIP } from 'node:net';
import { bad, good, type Reading } from './faults.ts';

/** Readers of the single settings that are not secrets. All pure; none throws. */

/** Whether a host name or address can only be reached from this machine. Brackets around IPv6 are optional. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || name === '::1' || /^127(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(name);
}

/** Reads `HOST`: an address or a name of this machine. Who may listen where, is for `readAccess` to say. */
export function readHost(name: string, text: string): Reading<string> {
  const host = text.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  // Four numbers that are no address would be looked up as a name.
  const isName = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/.test(host) && !/^[\d.]+$/.test(host);
  if (isIP(host) > 0 || isName) return good(host);
  return bad(
    name,
    'is no address to listen on',
    'Leave it out or set 127.0.0.1; for a team, an address of this machine or 0.0.0.0',
  );
}

/** Reads `PORT`: 0 (any free one) to 65535. */
export function readPort(name: string, text: string): Reading<number> {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return good(Number(text));
  return bad(name, 'is not a port', 'Set a whole number from 0 (any free port) to 65535');
}

/** Whether a text is an origin as people write it. `new URL` forgives spaces, backslashes, `?`, `#`, user names. */
export function isBareOrigin(text: string): boolean {
  return /^https?:\/\/[^\s\\/?#@]+\/?$/i.test(text) && URL.canParse(text);
}

/** Reads an environment's URL: an origin and nothing more, plain http on loopback only. Gives the bare origin. */
export function readOrigin(name: string, text: string): Reading<string> {
  if (!isBareOrigin(text)) {
    return bad(
      name,
      'is not a bare http(s) origin: no path, query, fragment or user name may follow it',
      'Set an origin such as https://toloka.dev',
    );
  }
  const url = new URL(text);
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return bad(
      name,
      'is plain http to another machine, so the token would cross the network in clear',
      'Use https: plain http is for 127.0.0.1 only',
    );
  }
  return good(url.origin);
}

/** Reads `TOLOKA_AUTH_SCHEME`: `OAuth`, or `ApiKey` for newer keys, or whatever one word an operator's API wants. */
export function readAuthScheme(name: string, text: string): Reading<string> {
  if (/^[A-Za-z][A-Za-z0-9-]{0,31}$/.test(text)) return good(text);
  return bad(name, 'is not an authorization scheme', 'Set OAuth or ApiKey');
}
