import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { stated } from './stated.ts';

const S = 1000;
const MIN = 60 * S;

test.each([
  [3 * S, 8 * S, 0, 10 * S, null],
  [12 * S, 21 * S, 10 * S, 20 * S, null],
  [42 * S, 77 * S, 40 * S, 80 * S, null],
  [8 * S, 58 * S, 10 * S, 60 * S, null],
  [4 * S, 58 * S, 0, 60 * S, null],
  [2.2 * MIN, 3.7 * MIN, 2 * MIN, 4 * MIN, null],
  [2.6 * MIN, 3.4 * MIN, 2.5 * MIN, 3.5 * MIN, 3 * MIN],
  [34 * MIN, 52 * MIN, 35 * MIN, 50 * MIN, null],
])('from %d to %d ms is said as %d to %d', (from, to, saidFrom, saidTo, about) => {
  expect(stated(from, to)).toEqual({ fromMs: saidFrom, toMs: saidTo, aboutMs: about });
});

test('what is said is in order and near what is known', () => {
  const ms = fc.double({ min: 1, max: 1e8, noNaN: true });
  fc.assert(
    fc.property(ms, ms, (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const said = stated(from, to);
      expect(said.fromMs).toBeGreaterThanOrEqual(0);
      expect(said.fromMs).toBeLessThan(said.toMs);
      expect(said.toMs).toBeGreaterThan(to * 0.6);
      expect(said.fromMs).toBeLessThanOrEqual(Math.max(from * 1.34, from + 2.5 * S));
    }),
  );
});
