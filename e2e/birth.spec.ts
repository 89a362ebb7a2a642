import { status } from './detail.ts';
import { expect, LIST, test } from './fixtures.ts';
import { operation } from './operations.ts';
import { requestsUnderWay } from './underWay.ts';

test.beforeEach(({ emulator }) => emulator.clear());

test('a link can be there before its operation: the page waits for it, and becomes it', async ({
  page,
  emulator,
}) => {
  const underWay = requestsUnderWay(page);
  await page.clock.install();
  await page.goto(`${LIST}/not-born`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Production does not know this operation yet');
  await expect(alert).toContainText('DOES_NOT_EXIST');
  await expect(page.getByText(/next in [12] s · gives up at/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not known yet not-born');
  await page.clock.fastForward(5000);
  await expect(alert).toContainText('does not know this operation yet');
  await emulator.put(operation({ id: 'not-born', status: 'RUNNING', finished: null, progress: 12 }));
  // A try that was under way may still find nothing; the wait after it begins when its answer has come.
  const appears = async () => {
    await expect.poll(underWay).toBe(0);
    await page.clock.runFor(1000);
    return status(page).count();
  };
  await expect.poll(appears).toBe(1);
  await expect(status(page)).toHaveText('Running');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Opening a pool not-born');
  await expect(alert).toHaveCount(0);
});

test('after a minute it says plainly that there is none, looks elsewhere on request, and tries anew by hand', async ({
  page,
  emulator,
}) => {
  await page.clock.install();
  await page.goto(`${LIST}/big-numbers`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('does not know this operation yet');
  for (let second = 0; second < 70; second += 5) await page.clock.runFor(5000);
  await expect(alert).toContainText('Production knows no operation with this ID');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Unknown operation big-numbers');
  await expect(page.getByText('not refreshed automatically')).toBeVisible();
  await emulator.forgetRequests();
  await page.clock.runFor(120_000);
  expect(await emulator.requests()).toEqual([]);

  await alert.getByRole('button', { name: 'Retry' }).click();
  await expect(alert).toContainText('does not know this operation yet');
  await expect.poll(async () => (await emulator.requests()).length).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Look in Demo' }).click();
  await expect(page.getByText('Found: Opening a pool, succeeded')).toBeVisible();
  await page.getByRole('link', { name: 'Open it in Demo' }).click();
  await expect(page).toHaveURL('/demo/operations/big-numbers');
  await expect(status(page)).toHaveText('Succeeded');
});
