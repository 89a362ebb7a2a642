import type { Page } from 'playwright/test';
import { expect, LIST, test } from './fixtures.ts';
import {
  clickNotification,
  iconOf,
  letItEnd,
  notificationsOf,
  openWatched,
  putUpload,
  setHidden,
  stubNotifications,
  timesAsked,
} from './watching.ts';
import { requestsUnderWay } from './underWay.ts';

test.beforeEach(async ({ emulator }) => {
  await emulator.clear();
});

/** Opens an upload, has it watched and its end told by the system. */
async function haveItsEndTold(page: Page, id: string): Promise<void> {
  await stubNotifications(page, 'granted');
  await page.clock.install();
  await page.goto(`${LIST}/${id}`);
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  await (await openWatched(page)).getByRole('button', { name: 'Notify me' }).click();
  await page.keyboard.press('Escape');
}

/** What a tab in sight does for the others: it holds a lock. Gives back what lets it go. */
async function otherTabInSight(page: Page): Promise<() => Promise<void>> {
  const letGo = await page.evaluateHandle(
    () =>
      new Promise<() => void>((held) => {
        void navigator.locks.request('toloka-operations:in-sight', { mode: 'shared' }, () => {
          return new Promise<void>((resolve) => held(() => resolve()));
        });
      }),
  );
  return () => letGo.evaluate((call) => call());
}

/** Lets time pass for a tab (ms) that looks for a lock now and then; locks do not follow its clock. */
async function lookForLocks(page: Page, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) {
    await page.clock.runFor(500);
    // Its answer comes behind those of all that was asked before.
    await page.evaluate(() => navigator.locks.query());
  }
}

test('the system tells an end once, in whichever tab, after permission was asked for by hand', async ({
  page,
  context,
  emulator,
}) => {
  await putUpload(emulator, 'upload-1', 'FAIL');
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await stubNotifications(tab, 'granted');
    await tab.clock.install();
  }
  await page.goto(`${LIST}/upload-1`);
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  const panel = await openWatched(page);
  expect(await timesAsked(page), 'nobody has asked for it yet').toBe(0);
  await panel.getByRole('button', { name: 'Notify me' }).click();
  await expect(panel.getByRole('button', { name: 'Notify me', pressed: true })).toBeVisible();
  expect(await timesAsked(page)).toBe(1);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Back to operations' }).click();
  await other.goto(LIST);
  await expect(other).toHaveTitle('(1 running 47%) Operations · Production');

  for (const tab of [page, other]) await setHidden(tab, true);
  await emulator.advance(61_000);
  // One clock for both.
  await page.clock.fastForward(19_000);
  for (const tab of [page, other]) await expect(tab).toHaveTitle('✗ Operations · Production');
  for (const tab of [page, other]) await expect.poll(() => iconOf(tab)).toBe('cross');
  const shown = async () => [...(await notificationsOf(page)), ...(await notificationsOf(other))];
  await expect.poll(shown).toEqual([
    {
      title: 'Failed: Uploading tasks',
      body: 'Production · upload-1',
      tag: 'toloka-operations/production/upload-1',
    },
  ]);

  const teller = (await notificationsOf(page)).length > 0 ? page : other;
  const silent = teller === page ? other : page;
  await clickNotification(teller);
  await expect(teller).toHaveURL(`${LIST}/upload-1`);
  await setHidden(teller, false);
  await expect(teller).toHaveTitle('Failed: Uploading tasks · Production');
  await expect(silent, 'one look is enough for all tabs').toHaveTitle('Operations · Production');
});

test('an end that is read while a tab is just going out of sight is told all the same', async ({
  page,
  emulator,
}) => {
  await putUpload(emulator, 'upload-1');
  await haveItsEndTold(page, 'upload-1');
  await setHidden(page, true);
  // As a tab does that has not let go yet: it does so when the end has been read.
  await page.evaluate(async () => {
    const ended = new Promise<void>((resolve) => {
      const look = () => document.title.startsWith('✓') && resolve();
      new MutationObserver(look).observe(document.head, { childList: true, subtree: true });
    });
    await new Promise<void>((held) => {
      void navigator.locks.request('toloka-operations:in-sight', { mode: 'shared' }, () => {
        held();
        return ended;
      });
    });
  });
  await letItEnd(page, emulator);
  const titles = async () => (await notificationsOf(page)).map(({ title }) => title);
  await expect.poll(titles).toEqual(['Succeeded: Uploading tasks']);
});

test('where notifications are blocked, the panel says how to allow them, and title and icon tell the end', async ({
  page,
  emulator,
}) => {
  await putUpload(emulator, 'upload-1', 'FAIL');
  await stubNotifications(page, 'denied');
  await page.clock.install();
  await page.goto(`${LIST}/upload-1`);
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  const panel = await openWatched(page);
  await panel.getByRole('button', { name: 'Notify me' }).click();
  await expect(panel.getByText('Your browser blocks notifications for this page.')).toBeVisible();
  await expect(panel).toContainText('allow notifications, and press again');
  await expect(panel.getByRole('button', { name: 'Notify me', pressed: false })).toBeVisible();
  await setHidden(page, true);
  await letItEnd(page, emulator);
  await expect(page).toHaveTitle('✗ Failed: Uploading tasks · Production');
  await expect.poll(() => iconOf(page)).toBe('cross');
  expect(await notificationsOf(page)).toEqual([]);
});

test('the system is not told of an end while another tab is in sight', async ({ page, emulator }) => {
  const underWay = requestsUnderWay(page);
  await putUpload(emulator, 'upload-1');
  await emulator.advance(30_000);
  await putUpload(emulator, 'upload-2');
  await haveItsEndTold(page, 'upload-1');
  await page.goto(`${LIST}/upload-2`);
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(page).toHaveTitle('(2 running 47%) 47% Uploading tasks · Production');
  await setHidden(page, true);
  const goOutOfSight = await otherTabInSight(page);
  await expect.poll(underWay).toBe(0);
  await emulator.advance(31_000);
  await page.clock.fastForward(19_000);
  await expect(page).toHaveTitle(/✓/);
  await lookForLocks(page, 4000);

  await goOutOfSight();
  await expect.poll(underWay).toBe(0);
  await letItEnd(page, emulator);
  const bodies = async () => (await notificationsOf(page)).map(({ body }) => body);
  await expect
    .poll(bodies, 'the first was not told, and is not told later')
    .toEqual(['Production · upload-2']);
});
