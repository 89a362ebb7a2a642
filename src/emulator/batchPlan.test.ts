import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchDetails, batchOutcome, drawBatch, isInvalid, type BatchPlan } from './batchPlan.ts';
import { createRandom } from './random.ts';

const plan = (change: Partial<BatchPlan>): BatchPlan => ({
  total: 10,
  notValid: 3,
  skipInvalid: true,
  cause: 'invalid',
  ...change,
});

describe('a batch', () => {
  test("ends like the reference's example: one invalid item stops everything", () => {
    const example = plan({ total: 2, notValid: 2, skipInvalid: false });
    expect(batchOutcome(example)).toBe('FAIL');
    expect(batchDetails(example)).toEqual({
      total_count: 2,
      valid_count: 0,
      failed_count: 2,
      success_count: 0,
      not_valid_count: 2,
    });
  });

  test('that skips invalid items creates the others', () => {
    expect(batchOutcome(plan({}))).toBe('SUCCESS');
    expect(batchDetails(plan({}))).toMatchObject({ success_count: 7, failed_count: 3, valid_count: 7 });
    expect(batchDetails(plan({ skipInvalid: false }))).toMatchObject({
      success_count: 0,
      failed_count: 10,
      valid_count: 7,
    });
  });

  test('fails when nothing valid is left, and when it breaks off', () => {
    expect(batchOutcome(plan({ notValid: 10 }))).toBe('FAIL');
    expect(batchOutcome(plan({ cause: 'broken-off' }))).toBe('FAIL');
  });

  test('counts add up, and exactly the counted items are invalid', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const drawn = drawBatch(createRandom(seed));
        const counts = batchDetails(drawn);
        const invalid = Array.from({ length: drawn.total }, (_, index) => isInvalid(drawn, index));
        expect(invalid.filter(Boolean)).toHaveLength(drawn.notValid);
        expect(counts['valid_count']! + counts['not_valid_count']!).toBe(drawn.total);
        expect(counts['success_count']! + counts['failed_count']!).toBe(drawn.total);
        expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test.each([7919, 15_838, 13_466])('of %i items, a multiple of a stride, is spread exactly too', (total) => {
    const wide = plan({ total, notValid: 100 });
    expect(Array.from({ length: total }, (_, index) => isInvalid(wide, index)).filter(Boolean)).toHaveLength(
      100,
    );
  });
});
