import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../scripts/testCounts.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test('each test of a Vitest report counts once', () => {
  const testResults = [
    file('passed', 'passed', 'passed', 'pending'),
    file('failed', 'passed', 'failed', 'todo'),
  ];
  expect(countVitest({ testResults })).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test('a test file that could not be loaded counts as failed, though no test in it ran', () => {
  expect(countVitest({ testResults: [file('failed'), file('failed', 'passed')] })).toEqual({
    passed: 1,
    failed: 2,
    skipped: 0,
  });
});

test('a flaky end-to-end test and an error outside of any test count as failed', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 3, skipped: 2 });
});

test('a report of another shape is no report', () => {
  expect(() => countVitest(JSON.parse('{}'))).toThrow(TypeError);
  expect(() => countPlaywright(JSON.parse('{}'))).toThrow(TypeError);
});
