import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSample, type ProgressSample } from './samples.ts';

function all(...seen: readonly ProgressSample[]): readonly ProgressSample[] {
  return seen.reduce<readonly ProgressSample[]>(addSample, []);
}

test('of answers that say the same, the first and the last are kept', () => {
  expect(
    all({ at: 1, percent: 5 }, { at: 2, percent: 5 }, { at: 3, percent: 5 }, { at: 4, percent: 6 }),
  ).toEqual([
    { at: 1, percent: 5 },
    { at: 3, percent: 5 },
    { at: 4, percent: 6 },
  ]);
});

test('an answer that is no later than the last one changes nothing', () => {
  const samples = all({ at: 10, percent: 5 });
  expect(addSample(samples, { at: 10, percent: 7 })).toBe(samples);
  expect(addSample(samples, { at: 9, percent: 7 })).toBe(samples);
  expect(addSample(samples, { at: Number.NaN, percent: 7 })).toBe(samples);
});

test('a percent that falls, comes or goes begins anew', () => {
  expect(all({ at: 1, percent: 40 }, { at: 2, percent: 30 })).toEqual([{ at: 2, percent: 30 }]);
  expect(all({ at: 1, percent: null }, { at: 2, percent: 30 })).toEqual([{ at: 2, percent: 30 }]);
  expect(all({ at: 1, percent: 30 }, { at: 2, percent: null })).toEqual([{ at: 2, percent: null }]);
});

test('a clock that is set back begins anew', () => {
  expect(all({ at: 500_000, percent: 40 }, { at: 100_000, percent: 41 })).toEqual([
    { at: 100_000, percent: 41 },
  ]);
});

test('whatever comes, samples rise in time and percent, and are never more than two a percent', () => {
  const sample = fc.record({
    at: fc.integer({ min: 0, max: 1_000_000 }),
    percent: fc.option(fc.integer({ min: 0, max: 100 })),
  });
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 500 }), fc.boolean(), (seen, ordered) => {
      const inOrder = ordered ? seen.toSorted((a, b) => a.at - b.at || 0) : seen;
      const kept = all(...inOrder);
      expect(kept.length).toBeLessThanOrEqual(202);
      kept.slice(1).forEach((next, index) => {
        expect(next.at).toBeGreaterThan(kept[index]?.at ?? 0);
        expect(next.percent ?? 0).toBeGreaterThanOrEqual(kept[index]?.percent ?? 0);
      });
    }),
  );
});
