import { renewToken, expect, idsOf, LIST, table, test } from './fixtures.ts';
import { operation } from './operations.ts';

/** Each way to fail, and the code that a person is shown. */
const FAILURES = [
  { fault: 'error-500', code: 'INTERNAL_ERROR' },
  { fault: 'error-503', code: 'SERVICE_UNAVAILABLE' },
  { fault: 'rate-limited', code: 'TOO_MANY_REQUESTS' },
  { fault: 'unauthorized', code: 'AUTHENTICATION_ERROR' },
  { fault: 'html', code: 'UPSTREAM_NOT_JSON' },
  { fault: 'html-502', code: 'UPSTREAM_NOT_JSON' },
  { fault: 'malformed-json', code: 'UPSTREAM_NOT_JSON' },
  { fault: 'cut-body', code: 'UPSTREAM_CUT' },
  { fault: 'wrong-shape', code: 'UNEXPECTED' },
];

test.beforeEach(async ({ emulator }) => {
  await emulator.clear();
  await emulator.put(operation({ id: 'steady' }));
  await emulator.put({
    id: 'busy',
    type: 'POOL.OPEN',
    status: 'RUNNING',
    submitted: '2026-03-20T10:00:05',
    progress: 5,
  });
});

for (const { fault, code } of FAILURES) {
  test(`when the API answers with ${fault}, the list says so, keeps its rows and recovers`, async ({
    page,
    emulator,
  }) => {
    await page.goto(LIST);
    await expect.poll(() => idsOf(page)).toEqual(['busy', 'steady']);
    await emulator.setFaults([{ fault }]);
    await page.getByRole('button', { name: 'Refresh' }).click();
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(code);
    expect(await idsOf(page), 'the rows stay').toEqual(['busy', 'steady']);

    await emulator.setFaults([]);
    await alert.getByRole('button', { name: 'Retry' }).click();
    // After a 429 nobody is asked for five seconds, whoever presses what.
    await expect(alert).toHaveCount(0, { timeout: 15_000 });
    expect(await idsOf(page)).toEqual(['busy', 'steady']);
  });
}

test('a list that fails from the start recovers by itself, and is never drawn as empty', async ({
  page,
  emulator,
}) => {
  await emulator.setFaults([{ fault: 'error-503' }]);
  await page.clock.install();
  await page.goto(LIST);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('SERVICE_UNAVAILABLE');
  await expect(alert).toContainText('The service is temporarily unavailable');
  await expect(alert).toContainText('request_id');
  await expect(page.getByText('No operations in Production yet')).toHaveCount(0);
  await emulator.setFaults([]);
  await page.clock.fastForward(3000);
  await expect.poll(() => idsOf(page)).toEqual(['busy', 'steady']);
  await expect(alert).toHaveCount(0);
});

test('an operation’s page keeps its data while the API fails, and recovers by itself', async ({
  page,
  emulator,
}) => {
  await page.clock.install();
  await page.goto(`${LIST}/busy`);
  const status = page.getByRole('status', { name: 'Operation status' });
  await expect(status).toHaveText('Running');
  await emulator.setFaults([{ fault: 'error-503' }]);
  await page.clock.fastForward(20_000);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('SERVICE_UNAVAILABLE');
  await expect(status).toHaveText('Running');
  await emulator.setFaults([]);
  await emulator.put({
    id: 'busy',
    type: 'POOL.OPEN',
    status: 'FAIL',
    submitted: '2026-03-20T10:00:05',
    progress: 5,
  });
  await page.clock.fastForward(3000);
  await expect(status).toHaveText('Failed');
  await expect(alert).toHaveCount(0);
});

test('a server that asks for time is not asked before', async ({ page, emulator, request }) => {
  await page.clock.install();
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  await emulator.setFaults([{ fault: 'rate-limited-retry-after', retryAfter: '90' }]);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert')).toContainText('TOO_MANY_REQUESTS');
  await emulator.setFaults([]);
  await emulator.forgetRequests();
  await page.clock.fastForward(60_000);
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await emulator.requests()).toEqual([]);
  // The dashboard's server waits as well, by a clock that no test moves; a new token ends that.
  await renewToken(request);
  await page.clock.fastForward(35_000);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('an unknown operation says so, where it was asked for, and leads back', async ({ page }) => {
  await page.goto(`${LIST}/no-such-operation`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('DOES_NOT_EXIST');
  await expect(alert).toContainText('Production');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('no-such-operation');
  await page.getByRole('link', { name: 'Back to operations' }).click();
  await expect(page).toHaveURL(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
});

test('an environment that is not set up says what is missing', async ({ page }) => {
  await page.goto('/sandbox/operations');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sandbox is not set up here');
  await expect(page.getByText('TOLOKA_SANDBOX_TOKEN')).toBeVisible();
});

test('nothing yet, nothing matches and failed are three different texts', async ({ page, emulator }) => {
  await page.goto(`${LIST}?status=PENDING`);
  await expect(page.getByText('No operation matches')).toBeVisible();
  await page.getByRole('button', { name: /^Drop Pending/ }).click();
  await expect.poll(() => idsOf(page)).toHaveLength(2);

  await emulator.clear();
  await page.goto(LIST);
  await expect(page.getByText('No operations in Production yet')).toBeVisible();

  await emulator.setFaults([{ fault: 'error-500' }]);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('INTERNAL_ERROR');
  await expect(page.getByText('No operations in Production yet')).toHaveCount(0);
  await expect(table(page)).toHaveCount(0);
});
