import type { IncomingMessage } from 'node:http';
import { SESSION_SECONDS, type Keyring } from './keyring.ts';

/**
 * The session's cookie. `__Host-` keeps a neighbouring subdomain from setting it, and wants https. `own`: the origin
 * under which the request came.
 */
function cookieName({ fingerprint }: Keyring, own: string): string {
  return `${own.startsWith('https:') ? '__Host-' : ''}toloka-operations-${fingerprint}`;
}

function attributes(own: string, seconds: number): string {
  const secure = own.startsWith('https:') ? '; Secure' : '';
  return `Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`;
}

/** A `Set-Cookie` header with a new session. `now`: Unix seconds. */
export function sessionCookie(keyring: Keyring, own: string, now: number): string {
  return `${cookieName(keyring, own)}=${keyring.sessions.issue(now)}; ${attributes(own, SESSION_SECONDS)}`;
}

/** A `Set-Cookie` header that ends the session in this browser. */
export function endedCookie(keyring: Keyring, own: string): string {
  return `${cookieName(keyring, own)}=; ${attributes(own, 0)}`;
}

/** What the request brings as sessions, unchecked: nearly always none or one. */
export function sessionsIn(req: IncomingMessage, keyring: Keyring, own: string): string[] {
  const start = `${cookieName(keyring, own)}=`;
  return (req.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .flatMap((pair) => (pair.startsWith(start) ? [pair.slice(start.length)] : []));
}
