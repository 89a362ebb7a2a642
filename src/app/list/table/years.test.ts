import { expect, test } from 'vitest';
import { decodeOperation } from '../../../toloka/operation.ts';
import { showsYears } from './years.ts';

const SUMMER = Date.UTC(2026, 6, 1);
const at = (submitted: string, finished: string | null = null) => [
  decodeOperation({ id: 'x', type: 'POOL.OPEN', status: 'SUCCESS', submitted, finished }),
];

test('times of this year need no room for it', () => {
  expect(showsYears(at('2026-01-20T10:00:00', '2026-01-20T10:00:01'), SUMMER)).toBe(false);
  expect(showsYears([], SUMMER)).toBe(false);
});

test('any time of another year does', () => {
  expect(showsYears(at('2025-12-20T10:00:00'), SUMMER)).toBe(true);
  expect(showsYears(at('2026-01-20T10:00:00', '2025-01-20T10:00:01'), SUMMER)).toBe(true);
});

test('so close to the turn of the year that zones disagree, there is room to be safe', () => {
  expect(showsYears(at('2026-12-20T10:00:00'), Date.UTC(2026, 11, 31, 20))).toBe(true);
});
