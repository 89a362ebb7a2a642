/** Counts single tests in the JSON reports of the two test runners. */

/** Counts a Vitest report. A file that could not be loaded has no tests in it, and counts as one that failed. */
export function countVitest({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const count = (status) => tests.filter((test) => test.status === status).length;
  const [passed, failed] = [count('passed'), count('failed')];
  return { passed, failed: failed + broken.length, skipped: tests.length - passed - failed };
}

/** Counts a Playwright report. A flaky test failed once, so it failed; an error outside any test counts as one. */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
