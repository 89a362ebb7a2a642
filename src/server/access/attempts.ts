import { createHash } from 'node:crypto';

/** Different wrong keys that one address may try in a window before it has to wait. */
export const MOST_ATTEMPTS = 10;
/** In seconds. */
export const WINDOW_SECONDS = 60;
/** Addresses remembered; the oldest is forgotten for a new one. */
const MOST_ADDRESSES = 1_000;

type Window = { readonly endsAt: number; readonly tried: Set<string> };

/** Counts wrong keys per address. Times are Unix seconds. */
export type Attempts = {
  /** Seconds that the address has to wait before it may try again; 0 when it may now. */
  readonly waitOf: (address: string, now: number) => number;
  /** Notes a wrong key. The same one again tells a guesser nothing: a script with an old key locks nobody out. */
  readonly failed: (address: string, candidate: string, now: number) => void;
};

/** Counts from nothing. Keeps digests, never what was typed: it may be the key of something else. */
export function createAttempts(): Attempts {
  const windows = new Map<string, Window>();
  const open = (address: string, now: number): Window | null => {
    const window = windows.get(address);
    if (window && window.endsAt > now) return window;
    windows.delete(address);
    return null;
  };
  return {
    waitOf(address, now) {
      const window = open(address, now);
      return window && window.tried.size >= MOST_ATTEMPTS ? Math.ceil(window.endsAt - now) : 0;
    },
    failed(address, candidate, now) {
      const window = open(address, now) ?? { endsAt: now + WINDOW_SECONDS, tried: new Set() };
      window.tried.add(createHash('sha256').update(candidate).digest('base64'));
      windows.set(address, window);
      const [oldest] = windows.keys();
      if (windows.size > MOST_ADDRESSES && oldest !== undefined) windows.delete(oldest);
    },
  };
}
