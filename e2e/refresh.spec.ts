import type { Page } from 'playwright/test';
import { expect, idsOf, LIST, pager, rowsOf, test, turn } from './fixtures.ts';
import { poll, putRunning, rowOf } from './liveRows.ts';
import { digits, operation } from './operations.ts';

/** What screen readers have been told. */
async function heard(page: Page): Promise<string> {
  const regions = await page.getByText(/newer|finished:|left the list|added/).allTextContents();
  return regions.join(' | ');
}

test.beforeEach(async ({ page, emulator }) => {
  await emulator.clear();
  await emulator.setArrivals(false);
  await page.clock.install();
});

test('in another order it is not called newer', async ({ page, emulator }) => {
  await putRunning(emulator, 'one', 1);
  await putRunning(emulator, 'two', 2);
  await page.goto(`${LIST}?sort=submitted`);
  await expect.poll(() => idsOf(page)).toEqual(['one', 'two']);
  await putRunning(emulator, 'three', 3);
  await poll(page, emulator);
  await page.getByRole('button', { name: '1 more here, show' }).click();
  await expect.poll(() => idsOf(page)).toEqual(['one', 'two', 'three']);
});

test('a refresh costs one request a stream, on the first page and deep in the list', async ({
  page,
  emulator,
}) => {
  await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      emulator.put(
        operation({
          id: `op-${digits(index)}`,
          status: index % 2 === 0 ? 'SUCCESS' : 'FAIL',
          submitted: `2026-03-20T10:${digits(Math.floor(index / 60), 2)}:${digits(index % 60, 2)}`,
        }),
      ),
    ),
  );
  const expectAsked = async (times: number) => {
    await emulator.forgetRequests();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => emulator.requests()).toHaveLength(times);
    await expect(page.getByText('Refreshing…')).toHaveCount(0);
    expect(await emulator.requests()).toHaveLength(times);
  };
  const deep = async () => {
    for (let turns = 0; turns < 2; turns++) await turn(page, 'Next page');
  };
  // A poll that is under way would be counted as well: the press asks anew.
  await page.goto(`${LIST}?limit=20&updates=paused`);
  await expect.poll(() => idsOf(page)).toHaveLength(20);
  await expectAsked(1);
  await deep();
  await expectAsked(1);

  await page.goto(`${LIST}?limit=20&status=SUCCESS&status=FAIL&updates=paused`);
  await expect.poll(() => idsOf(page)).toHaveLength(20);
  await expectAsked(2);
  await deep();
  await expectAsked(2);
});

test('a row that newer ones have pushed off its page is still followed', async ({ page, emulator }) => {
  await putRunning(emulator, 'one', 1);
  await putRunning(emulator, 'two', 2);
  await putRunning(emulator, 'three', 3);
  await page.goto(`${LIST}?limit=2`);
  await expect.poll(() => idsOf(page)).toEqual(['three', 'two']);
  await rowOf(page, 'three').hover();
  await putRunning(emulator, 'four', 4);
  await putRunning(emulator, 'two', 2, { progress: 91 });
  await poll(page, emulator);
  await expect(rowOf(page, 'two')).toContainText('91%');
  await expect(page.getByRole('button', { name: '1 newer, show' })).toBeVisible();
  expect(await turn(page, 'Next page'), 'the next page begins behind the last row on screen').toEqual([
    'one',
  ]);
  await expect(pager(page, 'Next page')).toBeDisabled();
});

test('pausing stops every automatic request, loudly, and survives a reload', async ({ page, emulator }) => {
  await putRunning(emulator, 'busy', 1);
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toEqual(['busy']);
  await page.getByRole('button', { name: 'Pause updates' }).click();
  await expect(page).toHaveURL(`${LIST}?updates=paused`);
  await page.reload();
  await expect.poll(() => idsOf(page)).toEqual(['busy']);
  await expect(page.getByText(/^Updates paused, as of/)).toBeVisible();
  await emulator.forgetRequests();
  await putRunning(emulator, 'busy', 1, { progress: 99 });
  await page.clock.fastForward(120_000);
  await page.evaluate(() => {
    for (const type of ['focus', 'online']) window.dispatchEvent(new Event(type));
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.clock.fastForward(10_000);
  expect(await emulator.requests()).toEqual([]);
  expect((await rowsOf(page))[0]).toMatchObject({ Progress: '40%' });
  await page.getByRole('button', { name: 'Resume updates' }).click();
  await expect(rowOf(page, 'busy')).toContainText('99%');
  expect(await emulator.requests()).toHaveLength(1);
});

test('a refresh that fails leaves the rows and what is known of them', async ({ page, emulator }) => {
  await putRunning(emulator, 'first', 2);
  await putRunning(emulator, 'ends', 1);
  await page.goto(`${LIST}?status=RUNNING`);
  expect(await idsOf(page)).toEqual(['first', 'ends']);
  await putRunning(emulator, 'ends', 1, { status: 'FAIL', finished: '2026-03-20T10:05:00' });
  await poll(page, emulator);
  await expect(rowOf(page, 'ends')).toContainText('no longer matches');
  await emulator.setFaults([{ fault: 'error-503' }]);
  await page.getByRole('button', { name: 'Refresh' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('SERVICE_UNAVAILABLE');
  await expect(alert).toContainText(/The rows below are as of .* Next try/);
  expect(await idsOf(page)).toEqual(['first', 'ends']);
  await expect(rowOf(page, 'ends')).toContainText('no longer matches');
  await emulator.setFaults([]);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await expect.poll(() => idsOf(page)).toEqual(['first']);
});

test('screen readers hear what changes, in one sentence and not at every poll', async ({
  page,
  emulator,
}) => {
  await putRunning(emulator, 'ends', 2);
  await putRunning(emulator, 'stays', 1);
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  // What speaks comes right behind the rows.
  await expect(pager(page, 'Next page')).toBeVisible();
  await rowOf(page, 'stays').hover();
  await putRunning(emulator, 'ends', 2, { status: 'FAIL', finished: '2026-03-20T10:05:00' });
  await putRunning(emulator, 'new-1', 11);
  await putRunning(emulator, 'new-2', 12);
  await poll(page, emulator);
  await expect(page.getByRole('button', { name: '2 newer, show' })).toBeVisible();
  await page.clock.fastForward(1000);
  const sentence = '2 newer operations. 1 operation finished: Failed';
  await expect.poll(() => heard(page)).toContain(sentence);

  await putRunning(emulator, 'new-3', 13);
  await poll(page, emulator);
  await expect(page.getByRole('button', { name: '3 newer, show' })).toBeVisible();
  expect(await heard(page), 'so soon nothing is said again').not.toContain('3 newer operations');
  await page.clock.fastForward(8000);
  await expect.poll(() => heard(page)).toContain('3 newer operations');
});
