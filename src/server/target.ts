import { LIST_PARAMETERS } from '../toloka/filters.ts';
import { endpointPath, matchEndpoint, type Endpoint } from '../toloka/endpoints.ts';
import { Problem } from './problem.ts';

/** What a request's target asks for, before anything is looked up. */
export type Target =
  | { readonly kind: 'health' }
  | { readonly kind: 'page' }
  | { readonly kind: 'api'; readonly environment: string; readonly path: string; readonly query: string };

/**
 * Takes a raw request target apart without decoding or normalising anything: what is not literally one of ours is not
 * ours. Throws a `Problem` for targets that are no path (`http://…`, `*`) or hold a fragment.
 */
export function readTarget(raw: string): Target {
  if (!raw.startsWith('/') || raw.includes('#')) {
    throw new Problem('MALFORMED_REQUEST', 'The request names no path on this server.');
  }
  const mark = raw.indexOf('?');
  const path = mark === -1 ? raw : raw.slice(0, mark);
  const query = mark === -1 ? '' : raw.slice(mark + 1);
  if (path === '/healthz') return { kind: 'health' };
  const match = /^(?:\/([^/]*))?(\/api(?:\/.*)?)$/.exec(path);
  if (!match) return { kind: 'page' };
  return { kind: 'api', environment: match[1] ?? '', path: match[2] ?? '', query };
}

/** The endpoint behind an API path. Throws a `Problem` when it is none of the three. */
export function readEndpoint(path: string): Endpoint {
  const endpoint = matchEndpoint(path);
  if (endpoint) return endpoint;
  throw new Problem(
    'NOT_FOUND',
    'There is no such path. Known are /api/v1/operations, /api/v1/operations/{id} and /api/v1/operations/{id}/log.',
  );
}

/** The path and query for the upstream, built anew from checked parts. Throws a `Problem` (see `readQuery`). */
export function upstreamPath(endpoint: Endpoint, query: string): string {
  const values = readQuery(query, endpoint.kind === 'list' ? LIST_PARAMETERS : []);
  const pairs = [...values].map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return endpointPath(endpoint) + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
}

/**
 * Reads a raw query; the result is in the order of `allowed`, so that equal questions are equal texts. Throws a
 * `Problem` for an unknown or doubled key and for what cannot be decoded: to drop any of them would widen the answer.
 */
export function readQuery(query: string, allowed: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of query.split('&').filter((text) => text !== '')) {
    const mark = pair.indexOf('=');
    const key = decode(mark === -1 ? pair : pair.slice(0, mark));
    const shown = `"${key.slice(0, 64)}"`;
    if (!allowed.includes(key)) {
      throw new Problem('UNKNOWN_PARAMETER', `The parameter ${shown} is not known here.`, {
        payload: { parameter: key.slice(0, 64) },
      });
    }
    if (found.has(key)) {
      throw new Problem('REPEATED_PARAMETER', `The parameter ${shown} may be given only once.`, {
        payload: { parameter: key },
      });
    }
    found.set(key, mark === -1 ? '' : decode(pair.slice(mark + 1)));
  }
  return new Map(allowed.flatMap((key) => (found.has(key) ? [[key, found.get(key) ?? ''] as const] : [])));
}

function decode(text: string): string {
  const malformed = 'The query holds something that is not URL-encoded UTF-8.';
  // node:http hands raw bytes above ASCII on as Latin-1, which would be sent on as other characters.
  if (/[^\x21-\x7e]/.test(text)) throw new Problem('MALFORMED_REQUEST', malformed);
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new Problem('MALFORMED_REQUEST', malformed);
  }
}
