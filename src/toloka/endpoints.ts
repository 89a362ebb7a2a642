/**
 * The only three endpoints that this project may ever ask, all GET (public reference). Paths are rebuilt from checked
 * parts, never joined from what came in.
 */

/** Path prefix of the API on every origin. */
export const API_PREFIX = '/api/v1/operations';

/**
 * Whether a text can be an operation's ID in a path: 1 to 128 of `A-Z a-z 0-9 . _ ~ -`. A lone `.` or `..` is refused,
 * because every URL parser would fold it away and ask for something else.
 */
export function isOperationId(text: string): boolean {
  return /^[A-Za-z0-9._~-]{1,128}$/.test(text) && text !== '.' && text !== '..';
}

export type Endpoint =
  | { readonly kind: 'list' }
  | { readonly kind: 'operation'; readonly id: string }
  | { readonly kind: 'log'; readonly id: string };

/** The API path of an endpoint. Throws a RangeError when the ID cannot stand in a path (see `isOperationId`). */
export function endpointPath(endpoint: Endpoint): string {
  if (endpoint.kind === 'list') return API_PREFIX;
  if (!isOperationId(endpoint.id)) throw new RangeError('not an operation ID');
  return `${API_PREFIX}/${endpoint.id}${endpoint.kind === 'log' ? '/log' : ''}`;
}

/** Which endpoint a raw, undecoded path names, or null: anything else is not ours to answer. */
export function matchEndpoint(path: string): Endpoint | null {
  if (path === API_PREFIX) return { kind: 'list' };
  const match = /^\/api\/v1\/operations\/([^/]+)(\/log)?$/.exec(path);
  const id = match?.[1];
  if (!id || !isOperationId(id)) return null;
  return match[2] ? { kind: 'log', id } : { kind: 'operation', id };
}
