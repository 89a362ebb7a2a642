import { renewToken, expect, idsOf, LIST, table, test } from './fixtures.ts';
import { operation } from './operations.ts';

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
