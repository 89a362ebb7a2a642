import { expect, test } from 'vitest';
import { flatnessOf } from './flatness.ts';

test('what only warms up in the first quarter is flat', () => {
  expect(flatnessOf([10, 60, 100, 100, 101, 100, 99, 101], 0)).toEqual({
    second: 100,
    last: 100,
    most: 105,
    flat: true,
  });
});

test('what grows by a tenth from quarter to quarter is not', () => {
  expect(flatnessOf([100, 100, 110, 110, 121, 121, 133, 133], 0).flat).toBe(false);
});

test('small numbers may differ by the slack, and no more', () => {
  expect(flatnessOf([4, 4, 4, 4, 6, 6, 7, 7], 3).flat).toBe(true);
  expect(flatnessOf([4, 4, 4, 4, 6, 6, 8, 8], 3).flat).toBe(false);
});

test('fewer than eight values are none', () => {
  expect(() => flatnessOf([1, 2, 3, 4, 5, 6, 7], 0)).toThrow('let it run longer');
});
