import type { Page } from 'playwright/test';
import type { EmulatorControl } from './emulator.ts';
import { status } from './detail.ts';
import { expect, idsOf, LIST, pager, renewToken, test } from './fixtures.ts';
import { poll, putRunning, rowOf } from './liveRows.ts';
import { operation } from './operations.ts';
import { startServer, stopServer } from './orders.ts';
import { setHidden } from './watching.ts';

test.beforeEach(async ({ page, emulator }) => {
  await emulator.clear();
  await emulator.setArrivals(false);
  await putRunning(emulator, 'busy', 1);
  await page.clock.install();
});

/** Opens the list, and remembers in the page that it was not loaded anew since. */
async function openList(page: Page): Promise<void> {
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toEqual(['busy']);
  // What tells of failures, and what asks again after them, comes right behind the rows.
  await expect(pager(page, 'Next page')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Watching' })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
}

const sameDocument = (page: Page) => page.evaluate(() => 'sameDocument' in window);

/** The paths that were asked for since the requests were forgotten. */
async function asked(emulator: EmulatorControl): Promise<string[]> {
  return (await emulator.requests()).map(({ path }) => path.replace(/\?.*/, '').replace('/api/v1', ''));
}

test('when the network is gone the rows stay; when it is back they are asked for at once', async ({
  page,
  context,
  emulator,
}) => {
  await openList(page);
  await context.setOffline(true);
  const alert = page.getByRole('alert');
  for (let tries = 1; tries <= 4; tries++) await page.clock.fastForward(20_000);
  await expect(alert).toContainText('UNREACHABLE');
  await expect(alert).toContainText('The dashboard’s server cannot be reached.');
  await expect(alert).toContainText(/Next try in \d+ s/);
  expect(await idsOf(page)).toEqual(['busy']);

  await putRunning(emulator, 'busy', 1, { progress: 71 });
  await context.setOffline(false);
  await page.clock.fastForward(2000);
  await expect(alert).toHaveCount(0);
  await expect(rowOf(page, 'busy')).toContainText('71%');
});

test('where the line breaks before the notice’s code has come, the failure tells of itself', async ({
  page,
  context,
}) => {
  // The page finds no idle moment in which to fetch what comes behind its rows.
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toEqual(['busy']);
  await expect(pager(page, 'Next page')).toHaveCount(0);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Refresh' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The dashboard’s server cannot be reached.');
  await context.setOffline(false);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await expect(alert).toHaveCount(0);
  await expect(pager(page, 'Next page')).toBeVisible();
});

test('after the machine slept, what is due is asked for before anything else', async ({ page, emulator }) => {
  await putRunning(emulator, 'busy', 1, { status: 'SUCCESS', finished: '2026-03-20T10:01:00' });
  await openList(page);
  await emulator.forgetRequests();
  // Timers stand still in a sleep, and the clock does not.
  const now = await page.evaluate(() => Date.now());
  await page.clock.setSystemTime(now + 3_600_000);
  await putRunning(emulator, 'new-1', 2);
  await page.clock.fastForward(2500);
  await expect.poll(() => asked(emulator)).toEqual(['/operations']);
  await expect(page.getByText('1 newer').or(rowOf(page, 'new-1')).first()).toBeVisible();
});

test('a hidden tab asks for nothing; seen again it asks when it is time', async ({ page, emulator }) => {
  await openList(page);
  await setHidden(page, true);
  await page.clock.fastForward(3000);
  await emulator.forgetRequests();
  await page.clock.fastForward(600_000);
  await page.clock.runFor(10_000);
  expect(await asked(emulator)).toEqual([]);
  await setHidden(page, false);
  await expect.poll(() => asked(emulator)).toEqual(['/operations']);
  await setHidden(page, true);
  await setHidden(page, false);
  expect(await asked(emulator), 'nothing is due again so soon').toEqual(['/operations']);
});

test('while the dashboard’s server is restarted the page stays, and goes on by itself', async ({
  page,
  context,
  emulator,
}) => {
  await openList(page);
  const detail = await context.newPage();
  await detail.goto(`${LIST}/busy`);
  await expect(status(detail)).toHaveText('Running');
  await stopServer();
  try {
    await page.clock.fastForward(20_000);
    await expect(page.getByRole('alert')).toContainText('UNREACHABLE');
    await expect(detail.getByRole('alert')).toContainText('UNREACHABLE');
    expect(await idsOf(page)).toEqual(['busy']);
    await expect(status(detail)).toHaveText('Running');
  } finally {
    await startServer();
  }
  await putRunning(emulator, 'busy', 1, { progress: 88 });
  await page.clock.fastForward(20_000);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(detail.getByRole('alert')).toHaveCount(0);
  await expect(rowOf(page, 'busy')).toContainText('88%');
  await expect(detail.getByRole('progressbar').first()).toHaveAttribute('aria-valuenow', '88');
  expect(await sameDocument(page)).toBe(true);
});

test('a renewed token is enough: one Retry, and all that was refused goes on', async ({
  page,
  emulator,
  request,
}) => {
  await page.goto(`${LIST}/busy`);
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  await page.getByRole('link', { name: 'Back to operations' }).click();
  await expect(page).toHaveTitle('(1 running 40%) Operations · Production');
  await emulator.setFaults([{ fault: 'unauthorized' }]);
  await page.clock.fastForward(20_000);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The token was refused');
  await expect(alert).toContainText('Updates have stopped.');
  await expect(page, 'nothing is known to run').toHaveTitle('Operations · Production');
  await emulator.forgetRequests();
  await page.clock.fastForward(600_000);
  expect(await asked(emulator)).toEqual([]);
  await emulator.setFaults([]);
  await renewToken(request);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await expect(alert).toHaveCount(0);
  await expect(page).toHaveTitle('(1 running 40%) Operations · Production');
});

test('a slow answer is called slow, and what is there stays', async ({ page, context, emulator }) => {
  await openList(page);
  const detail = await context.newPage();
  await detail.goto(`${LIST}/busy`);
  await expect(status(detail)).toHaveText('Running');
  await emulator.forgetRequests();
  await emulator.setFaults([{ fault: 'hangs' }]);
  await page.clock.fastForward(20_000);
  await expect.poll(async () => (await asked(emulator)).toSorted()).toContain('/operations');
  await expect.poll(async () => (await asked(emulator)).toSorted()).toContain('/operations/busy');
  await page.clock.fastForward(4000);
  await expect(page.getByText(/^The API is slow to answer; last updated /)).toBeVisible();
  await expect(detail.getByText('the API is slow to answer')).toBeVisible();
  expect(await idsOf(page)).toEqual(['busy']);
  await emulator.setFaults([]);
  for (const each of [page, detail]) await each.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText(/slow to answer/)).toHaveCount(0);
  await expect(detail.getByText(/slow to answer/)).toHaveCount(0);

  await emulator.setFaults([{ fault: 'hangs' }]);
  await Promise.all([page.reload(), detail.reload()]);
  await page.clock.fastForward(4000);
  await expect(page.getByText('The API is slow to answer…')).toBeVisible();
  await expect(detail.getByText('The API is slow to answer…')).toBeVisible();
});

test('a failure that goes on is said once', async ({ page, emulator }) => {
  await openList(page);
  await emulator.setFaults([{ fault: 'error-500' }]);
  await page.clock.fastForward(6500);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('INTERNAL_ERROR');
  await alert.evaluate((element) => {
    const heard = { changes: 0 };
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      const spoken = changes.filter(({ target }) => !target.parentElement?.closest('[role=timer]'));
      heard.changes += spoken.length;
    }).observe(element, { childList: true, characterData: true, subtree: true });
  });
  for (let tries = 1; tries <= 3; tries++) {
    await emulator.forgetRequests();
    await page.clock.fastForward(60_000);
    await expect.poll(() => emulator.requests()).not.toEqual([]);
    await expect(alert).toContainText(/Next try in \d+ s/);
  }
  await expect(alert).toHaveCount(1);
  const changes = await page.evaluate(
    () => (window as unknown as { heard: { changes: number } }).heard.changes,
  );
  expect(changes).toBe(0);
});

test.describe('as browsers ask', () => {
  test.use({ extraHTTPHeaders: {} });

  test('a poll may be answered with what others have just heard, a press of Refresh may not', async ({
    page,
    emulator,
  }) => {
    // The server keeps what an operation that is over has said for a minute.
    await emulator.put(operation({ id: 'over' }));
    await page.goto(`${LIST}/over`);
    await expect(status(page)).toHaveText('Succeeded');
    await emulator.forgetRequests();
    await page.reload();
    await expect(status(page)).toHaveText('Succeeded');
    expect(await asked(emulator)).toEqual([]);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => asked(emulator)).toEqual(['/operations/over']);
  });

  test('how old data are goes by when they were heard, also where this clock is wrong', async ({ page }) => {
    const wrong = Date.UTC(2027, 5, 1, 12, 0, 0);
    await page.clock.setSystemTime(wrong);
    await openList(page);
    await expect(page.getByText(/^Updated 17:30:\d\d/)).toBeVisible();
  });
});

test('a poll is one request, however late it comes', async ({ page, emulator }) => {
  await openList(page);
  await poll(page, emulator);
  await page.clock.fastForward(1000);
  expect(await asked(emulator)).toEqual(['/operations']);
});
