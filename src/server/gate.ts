import { Problem } from './problem.ts';

/** Holds back everybody's questions to an environment while it asks to be left alone. */
export type Gate = {
  /** Throws a `Problem` (429, with the rest of the wait) while the gate is closed for tokens of this generation. */
  readonly check: (generation: number) => void;
  /** Closes the gate for `ms` from now, or longer when it is closed for longer already. */
  readonly close: (generation: number, ms: number) => void;
  /** How long it stays closed, as a Retry-After header's whole seconds; at least 1. */
  readonly retryAfter: () => string;
};

/**
 * A gate, open at first. `now`: monotonic, in ms. Without it each of many tabs would find out about a 429 by itself,
 * and together they would keep the account over its limit.
 */
export function createGate(now: () => number): Gate {
  let closedUntil = -Infinity;
  let closedFor = -1;
  const seconds = () => Math.max(1, Math.ceil((closedUntil - now()) / 1000));
  return {
    check(generation) {
      if (generation !== closedFor || now() >= closedUntil) return;
      const wait = seconds();
      const message = `The API has asked to wait. It will be asked again in ${wait === 1 ? '1 second' : `${wait.toLocaleString('en')} seconds`}.`;
      throw new Problem('TOO_MANY_REQUESTS', message, { headers: { 'retry-after': String(wait) } });
    },
    close(generation, ms) {
      const until = now() + ms;
      closedUntil = generation === closedFor ? Math.max(closedUntil, until) : until;
      closedFor = generation;
    },
    retryAfter: () => String(seconds()),
  };
}
