import fc from 'fast-check';
import { expect, test } from 'vitest';
import reference from '../../tests/fixtures/operation.json' with { type: 'json' };
import { decodeBatchCounts } from './batchCounts.ts';
import type { Json } from './operation.ts';

test('the reference’s example agrees with itself although its counts overlap', () => {
  expect(decodeBatchCounts(reference.details)).toEqual({
    total: 2,
    valid: 0,
    notValid: 2,
    success: 0,
    failed: 2,
    consistent: true,
  });
});

test.each<[Json]>([
  [null],
  [{}],
  [[]],
  ['2'],
  [{ pool_id: '7' }],
  [{ success_count: 2 }],
  [{ total_count: '2' }],
])('%j holds no counts', (details) => {
  expect(decodeBatchCounts(details)).toBeNull();
});

test('a count that is missing or no count is unknown, not zero', () => {
  expect(
    decodeBatchCounts({ total_count: 5, valid_count: -1, not_valid_count: 1.5, failed_count: '1' }),
  ).toEqual({
    total: 5,
    valid: null,
    notValid: null,
    success: null,
    failed: null,
    consistent: true,
  });
});

test.each<[string, Json]>([
  ['valid and not valid miss the total', { total_count: 5, valid_count: 2, not_valid_count: 2 }],
  ['success and failed miss the total', { total_count: 5, success_count: 5, failed_count: 1 }],
  ['failed alone exceeds the total', { total_count: 5, failed_count: 6 }],
  ['success alone exceeds the total', { total_count: 5, success_count: 6 }],
  ['valid alone exceeds the total', { total_count: 5, valid_count: 6 }],
])('numbers that disagree are said to: %s', (_, details) => {
  expect(decodeBatchCounts(details)?.consistent).toBe(false);
});

test('counts that add up are consistent, and one more of any is not', () => {
  const part = fc.nat({ max: 100_000 });
  fc.assert(
    fc.property(part, part, fc.nat({ max: 100 }), (total, a, share) => {
      const valid = Math.min(total, a);
      const success = Math.floor((total * share) / 100);
      const details = {
        total_count: total,
        valid_count: valid,
        not_valid_count: total - valid,
        success_count: success,
        failed_count: total - success,
      };
      expect(decodeBatchCounts(details)?.consistent).toBe(true);
      for (const key of ['valid_count', 'not_valid_count', 'success_count', 'failed_count'] as const) {
        expect(decodeBatchCounts({ ...details, [key]: details[key] + 1 })?.consistent).toBe(false);
      }
    }),
  );
});
