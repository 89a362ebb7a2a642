import type { Signed } from './keyring.ts';

/**
 * Remembers which sign-in links were used, until they are over by themselves. Only the holder of the key can make
 * links, so nobody else can fill it. It knows of this process alone: behind a balancer a link works once per replica.
 */
export function createUsedTickets(): (ticket: Signed, now: number) => boolean {
  const used = new Map<string, number>();
  return ({ nonce, expires }, now) => {
    for (const [each, end] of used) if (end <= now) used.delete(each);
    if (used.has(nonce)) return false;
    used.set(nonce, expires);
    return true;
  };
}
