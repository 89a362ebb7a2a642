import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../secret.ts';

/** How long a session lasts, in seconds: two weeks. */
export const SESSION_SECONDS = 14 * 24 * 3600;
/** How long a sign-in link may be used, in seconds. */
export const TICKET_SECONDS = 10 * 60;
/** How far the clocks of two replicas may be apart, in seconds. */
const SKEW_SECONDS = 60;

/** A signed text that was found to be good. */
export type Signed = { readonly nonce: string; readonly expires: number };

/**
 * Everything that follows from the access key, and from nothing else: two replicas with the same key accept each
 * other's sessions and links without knowing each other, and a new key ends all of them. Times are Unix seconds.
 */
export type Keyring = {
  /** Whether this is the access key, in a time that does not depend on how much of it is right. */
  readonly isKey: (candidate: string) => boolean;
  readonly sessions: Signer;
  readonly tickets: Signer;
  /** Differs from key to key: cookies know no ports, and two dashboards on one host must not end each other's session. */
  readonly fingerprint: string;
};

type Signer = {
  readonly issue: (now: number) => string;
  /** Null when the text was not signed with this key for this purpose, or is over. Never throws. */
  readonly read: (text: string, now: number) => Signed | null;
};

/** Derives the keyring; takes some 50 ms, on purpose: whoever steals a cookie must not guess the key from it. */
export function createKeyring(key: Secret): Keyring {
  const master = scryptSync(key.reveal(), 'toloka-operations access key v1', 32);
  const derive = (purpose: string) => createHmac('sha256', master).update(purpose).digest();
  // Of equal length whatever was typed, and under a key that no one knows.
  const blind = randomBytes(32);
  const digest = (text: string) => createHmac('sha256', blind).update(text).digest();
  const right = digest(key.reveal());
  return {
    isKey: (candidate) => timingSafeEqual(digest(candidate), right),
    sessions: createSigner(derive('session'), SESSION_SECONDS),
    tickets: createSigner(derive('ticket'), TICKET_SECONDS),
    fingerprint: derive('fingerprint').toString('hex').slice(0, 8),
  };
}

/** `<expires>.<nonce>.<signature of both>`. */
function createSigner(key: Buffer, lifetime: number): Signer {
  const sign = (payload: string) => createHmac('sha256', key).update(payload).digest();
  return {
    issue(now) {
      const payload = `${Math.floor(now) + lifetime}.${randomBytes(12).toString('base64url')}`;
      return `${payload}.${sign(payload).toString('base64url')}`;
    },
    read(text, now) {
      const match = /^(([1-9]\d{0,11})\.([\w-]{16}))\.([\w-]{43})$/.exec(text);
      if (!match) return null;
      const [, payload = '', expires = '', nonce = '', signature = ''] = match;
      if (!timingSafeEqual(sign(payload), Buffer.from(signature, 'base64url'))) return null;
      const left = Number(expires) - now;
      return left > 0 && left <= lifetime + SKEW_SECONDS ? { nonce, expires: Number(expires) } : null;
    },
  };
}
