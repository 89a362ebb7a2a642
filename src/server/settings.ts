import { bad, good, type Reading } from './faults.ts';

/** Readers of the single settings that are not tokens. All pure; none throws. */

/** Whether a host name or address can only be reached from this machine. Brackets around IPv6 are optional. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || name === '::1' || /^127(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(name);
}

/** Reads `HOST`. Only loopback for now: whoever reaches the port can read with the token. */
export function readHost(name: string, text: string): Reading<string> {
  if (isLoopback(text)) return good(text.toLowerCase().replace(/^\[(.*)\]$/, '$1'));
  return bad(
    name,
    'names an address that other machines can reach, and whoever reaches it could read the account with its token',
    'Leave it out or set 127.0.0.1; for a team, put an authenticating tunnel (such as ssh -L) in front',
  );
}

/** Reads `PORT`: 0 (any free one) to 65535. */
export function readPort(name: string, text: string): Reading<number> {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return good(Number(text));
  return bad(name, 'is not a port', 'Set a whole number from 0 (any free port) to 65535');
}

/** Reads an environment's URL: an origin and nothing more, plain http on loopback only. Gives the bare origin. */
export function readOrigin(name: string, text: string): Reading<string> {
  const mend = 'Set an origin such as https://toloka.dev';
  // `new URL` would forgive all of these: spaces, backslashes, an empty query, user names.
  if (!/^https?:\/\/[^\s\\/?#@]+\/?$/i.test(text) || !URL.canParse(text)) {
    return bad(
      name,
      'is not a bare http(s) origin: no path, query, fragment or user name may follow it',
      mend,
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
