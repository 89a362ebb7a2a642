import type { Limits } from './limits.ts';
import { Problem } from './problem.ts';

/** See there. */
export type AllowanceLimits = Pick<Limits, 'askedPerSecond' | 'clientPerSecond' | 'askedBurst' | 'turnMs'>;

/** A bucket that fills at a rate: `level` questions may go at once; below 0 they have been promised turns to come. */
type Bucket = { level: number; filledAt: number };

/** Addresses that are remembered before those with nothing to remember are forgotten. */
const MANY_CLIENTS = 1_000;

/**
 * Counts questions that really go to an environment: joined ones and kept answers are free, so many viewers of the
 * same cost one. Gives how long a question of this client has to wait for its turn, in ms (0 nearly always). Throws a
 * `Problem` (429) when that would be longer than `turnMs`. `now`: monotonic, in ms.
 */
export function createAllowance(limits: AllowanceLimits, now: () => number): (client: string) => number {
  const { askedPerSecond, clientPerSecond, askedBurst: burst, turnMs } = limits;
  const all: Bucket = { level: burst, filledAt: now() };
  const clients = new Map<string, Bucket>();

  const fill = (bucket: Bucket, rate: number, time: number) => {
    bucket.level = Math.min(burst, bucket.level + ((time - bucket.filledAt) / 1000) * rate);
    bucket.filledAt = time;
  };
  const forget = (time: number) => {
    for (const [client, bucket] of clients) {
      fill(bucket, clientPerSecond, time);
      if (bucket.level === burst) clients.delete(client);
    }
  };

  return (client) => {
    const time = now();
    if (clients.size >= MANY_CLIENTS) forget(time);
    const own = clients.get(client) ?? { level: burst, filledAt: time };
    clients.set(client, own);
    fill(all, askedPerSecond, time);
    fill(own, clientPerSecond, time);
    const wait = Math.max(waitOf(all, askedPerSecond), waitOf(own, clientPerSecond));
    if (wait > turnMs) {
      throw new Problem('TOO_MANY_REQUESTS', 'Too many requests at once. Try again in a moment.', {
        headers: { 'retry-after': '1' },
      });
    }
    all.level -= 1;
    own.level -= 1;
    return wait;
  };
}

function waitOf({ level }: Bucket, rate: number): number {
  return Math.max(0, ((1 - level) / rate) * 1000);
}
