import type { Page } from 'playwright/test';
import type { EmulatorControl, Step } from './emulator.ts';
import { expect, LIST, table, test } from './fixtures.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const TYPE = 'TASK_SUITE.BATCH_CREATE';

test.beforeEach(async ({ page, emulator }) => {
  await emulator.clear();
  await emulator.setArrivals(false);
  await page.clock.install();
});

/** So much time passes, for the emulator and the page; the page then asks once. */
async function pass(page: Page, emulator: EmulatorControl, ms: number): Promise<void> {
  await emulator.advance(ms);
  await page.clock.fastForward(ms);
}

function progressRegion(page: Page) {
  return page.getByRole('region', { name: 'Progress' });
}

async function percentShown(page: Page, percent: number): Promise<void> {
  const bar = page.getByRole('progressbar', { name: 'Progress' });
  await expect(bar).toHaveAttribute('aria-valuenow', String(percent));
}

/** Follows the upload from where it is, in steps of 4 % a minute. */
async function followTo(page: Page, emulator: EmulatorControl, from: number, to: number): Promise<void> {
  for (let percent = from; percent <= to; percent += 4) {
    await pass(page, emulator, MINUTE);
    await percentShown(page, percent);
  }
}

/** An upload that begins now and brings 4 % a minute until it is at `last`. */
async function putUpload(emulator: EmulatorControl, last: number): Promise<void> {
  const steps = Array.from({ length: last / 4 }, (_, index): Step => {
    return { afterMs: (index + 1) * MINUTE, progress: (index + 1) * 4 };
  });
  const begun = { status: 'RUNNING', submitted: '@now', started: '@now', progress: 0 };
  await emulator.put({ id: 'upload', type: TYPE, ...begun }, { steps });
}

/** Six uploads that took about four minutes each and ended an hour ago and earlier. */
async function putEarlierUploads(emulator: EmulatorControl): Promise<void> {
  const now = await emulator.now();
  const time = (at: number) => new Date(at).toISOString().slice(0, 23);
  for (const [index, minutes] of [3.6, 4, 4.2, 3.8, 4.4, 4].entries()) {
    const finished = now - (index + 1) * 60 * MINUTE;
    const started = time(finished - minutes * MINUTE);
    const ended = { status: 'SUCCESS', submitted: started, started, finished: time(finished), progress: 100 };
    await emulator.put({ id: `earlier-${index}`, type: TYPE, ...ended });
  }
}

/** How often it was asked how long others took. */
async function lookUps(emulator: EmulatorControl): Promise<number> {
  const requests = await emulator.requests();
  return requests.filter(({ path }) => path.includes('status=SUCCESS')).length;
}

test('the pace tells the time left once enough is done, and a pause takes its place', async ({
  page,
  emulator,
}) => {
  // How long others took cannot be had: the pace has to do, and nothing is said of it.
  await emulator.setFaults([{ fault: 'error-500', endpoint: 'list', parameter: 'status=SUCCESS' }]);
  await putUpload(emulator, 72);
  await page.goto(`${LIST}/upload`);
  await percentShown(page, 0);
  const region = progressRegion(page);
  const before = await region.boundingBox();
  await followTo(page, emulator, 4, 56);
  await expect(region, 'too little is done').not.toContainText('left');
  await followTo(page, emulator, 60, 64);
  await expect(region).toContainText('6–11 min left');
  await expect(region).toContainText('from the pace so far');
  expect(await lookUps(emulator)).toBe(1);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect((await region.boundingBox())?.height, 'words that come move nothing').toBe(before?.height);

  await page.getByRole('link', { name: 'Back to operations' }).click();
  await table(page)
    .getByRole('link', { name: /Uploading task suites/ })
    .click();
  await expect(region, 'what was seen is kept').toContainText('6–11 min left');

  await followTo(page, emulator, 68, 72);
  await expect(region).toContainText('5–8 min left');
  await pass(page, emulator, 45 * SECOND);
  await expect(region, 'no pause yet: a step takes longer').toContainText('min left');
  await pass(page, emulator, 90 * SECOND);
  await expect(region).toContainText('No progress for 2 min 1');
  await expect(region).not.toContainText('left');
});

test('how long others took tells it from the beginning, for one request', async ({ page, emulator }) => {
  await putEarlierUploads(emulator);
  await emulator.put({ id: 'upload', type: TYPE, status: 'RUNNING', submitted: '@now', started: '@now' });
  await page.goto(`${LIST}/upload`);
  const region = progressRegion(page);
  await expect(region).toContainText('The API sends no progress for this one.');
  expect(await lookUps(emulator), 'it may be over in a moment').toBe(0);
  await pass(page, emulator, 10 * SECOND);
  await expect(region).toContainText('3–4 min left');
  await expect(region).toContainText('from the last 6 successful runs of this type, mostly about 4 min');
  await pass(page, emulator, 80 * SECOND);
  await expect(region).toContainText('2–3 min left');
  expect(await lookUps(emulator)).toBe(1);

  await emulator.setFaults([{ fault: 'error-503', endpoint: 'operation' }]);
  await pass(page, emulator, 20 * SECOND);
  await expect(region, 'while answers fail, nothing is claimed').not.toContainText('left');
  await emulator.setFaults([]);
  await pass(page, emulator, 30 * SECOND);
  await expect(region).toContainText('left');
});
