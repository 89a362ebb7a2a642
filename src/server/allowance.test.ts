import { expect, test } from 'vitest';
import { createAllowance } from './allowance.ts';
import { LIMITS } from './limits.ts';

let time = 0;
const allowanceAt = (limits: Partial<typeof LIMITS> | Record<string, number> = {}) => {
  time = 0;
  return createAllowance({ ...LIMITS, ...limits }, () => time);
};

/** How long each of `count` questions at once has to wait, in ms; 'no' for those refused. */
function waits(allow: (client: string) => number, count: number, client = 'a'): (number | 'no')[] {
  return Array.from({ length: count }, () => {
    try {
      return allow(client);
    } catch {
      return 'no';
    }
  });
}

test('a burst goes at once, the rest one by one at the rate, and what would wait too long is refused', () => {
  const allow = allowanceAt({ askedBurst: 3, clientPerSecond: 10, askedPerSecond: 1000, turnMs: 250 });
  expect(waits(allow, 7)).toEqual([0, 0, 0, 100, 200, 'no', 'no']);
  time = 100;
  expect(waits(allow, 2)).toEqual([200, 'no']);
  time = 10_000;
  expect(waits(allow, 4)).toEqual([0, 0, 0, 100]);
});

test('one client’s storm leaves room for another, and all together keep to the rate for all', () => {
  const allow = allowanceAt({ askedBurst: 4, clientPerSecond: 10, askedPerSecond: 20, turnMs: 0 });
  expect(waits(allow, 9).filter((wait) => wait === 0)).toHaveLength(4);
  time = 100;
  expect(waits(allow, 5, 'a')).toEqual([0, 'no', 'no', 'no', 'no']);
  expect(waits(allow, 5, 'b')).toEqual([0, 'no', 'no', 'no', 'no']);
});

test('no second sees more than the API’s 300 questions, and 200 tabs opened at once are all served', () => {
  const allow = allowanceAt();
  let most = 0;
  const sent: number[] = [];
  for (time = 0; time < 5000; time += 10) {
    for (const client of ['a', 'b', 'c']) {
      for (const wait of waits(allow, 20, client)) if (wait !== 'no') sent.push(time + wait);
    }
  }
  sent.sort((a, b) => a - b);
  for (let first = 0, last = 0; last < sent.length; last++) {
    while ((sent[last] ?? 0) - (sent[first] ?? 0) >= 1000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  expect(most).toBeLessThanOrEqual(300);
  expect(most).toBeGreaterThan(250);
  expect(waits(allowanceAt(), 200)).not.toContain('no');
});

test('clients that have been quiet are forgotten', () => {
  const allow = allowanceAt({ askedPerSecond: 1e9, askedBurst: 1, clientPerSecond: 1, turnMs: 0 });
  for (let index = 0; index < 1500; index++) {
    time += 1;
    expect(waits(allow, 1, `client ${index}`)).toEqual([0]);
  }
  expect(waits(allow, 1, 'client 1499')).toEqual(['no']);
});
