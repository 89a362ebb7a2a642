import type { Page } from 'playwright/test';
import type { EmulatorControl } from './emulator.ts';
import { expect, idsOf, LIST, test } from './fixtures.ts';
import { poll, rowOf } from './liveRows.ts';
import { operation } from './operations.ts';

const MINUTE = 60_000;

test.beforeEach(async ({ page, emulator }) => {
  await emulator.clear();
  await emulator.setArrivals(false);
  await page.clock.install();
});

/** Five operations of half an hour, two of them submitted at the same time. */
async function putHalfAnHour(emulator: EmulatorControl): Promise<void> {
  const at = (minutes: string, fields: object) =>
    emulator.put(operation({ id: `at-${minutes}`, submitted: `2026-03-20T10:${minutes}:00`, ...fields }));
  await at('00', {});
  await at('10', { status: 'FAIL' });
  await at('20', { status: 'RUNNING', finished: null, progress: 40 });
  await at('30', { id: 'twin-1' });
  await at('30', { id: 'twin-2' });
}

function strip(page: Page) {
  return page.getByRole('listbox', { name: 'This page’s operations by time of submission' });
}

/** The place of a share of the strip's width, where its ticks stand. */
async function placeOn(page: Page, share: number): Promise<[x: number, y: number]> {
  const box = await strip(page).boundingBox();
  if (!box) throw new Error('there is no strip');
  return [box.x + share * box.width, box.y + 25];
}

test('by keyboard each operation is reached and named, Enter leads to its row, Shift draws a range', async ({
  page,
  emulator,
}) => {
  await putHalfAnHour(emulator);
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(5);
  await strip(page).focus();
  const option = strip(page).getByRole('option');
  await expect(option).toHaveAccessibleName(/^Opening a pool, Succeeded, .*16:00:00; 2 of 2 here$/);
  await page.keyboard.press('ArrowUp');
  await expect(option).toHaveAccessibleName(/; 1 of 2 here$/);
  await page.keyboard.press('ArrowLeft');
  await expect(option).toHaveAccessibleName(/^Opening a pool, Running, .*15:50:00$/);
  await page.keyboard.press('Home');
  await expect(option).toHaveAccessibleName(/^Opening a pool, Succeeded, .*15:30:00$/);
  await page.keyboard.press('ArrowRight');
  await expect(option).toHaveAccessibleName(/^Opening a pool, Failed, .*15:40:00$/);
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'at-10').getByRole('link')).toBeFocused();

  await strip(page).focus();
  await page.keyboard.press('Shift+End');
  await expect(option).toHaveAccessibleName(/15:40:00 – .*16:00:00, 4 operations of this page$/);
  await page.keyboard.press('Escape');
  await expect(option).toHaveAccessibleName(/^Opening a pool, Succeeded, .*16:00:00; 1 of 2 here$/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?submitted_gte=2026-03-20T10:10:00&submitted_lte=2026-03-20T10:20:00$/);
  await expect.poll(() => idsOf(page)).toEqual(['at-20', 'at-10']);
  await expect(strip(page)).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`${LIST}$`));
  await expect.poll(() => idsOf(page)).toHaveLength(5);
});

test('by mouse a drag sets the range of submission in one step; Escape drops it', async ({
  page,
  emulator,
}) => {
  await putHalfAnHour(emulator);
  await page.goto(LIST);
  await expect(strip(page).getByRole('option')).toHaveCount(1);
  await page.mouse.move(...(await placeOn(page, 0.2)));
  await page.mouse.down();
  await page.mouse.move(...(await placeOn(page, 0.5)), { steps: 4 });
  await expect(strip(page)).toContainText('1 operation of this page');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(strip(page)).not.toContainText('1 operation of this page');
  await expect(page).toHaveURL(new RegExp(`${LIST}$`));

  await page.mouse.move(...(await placeOn(page, 0.5)));
  await page.mouse.down();
  await page.mouse.move(...(await placeOn(page, 0.2)), { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(
    /\?submitted_gte=2026-03-20T10:0[56]:\d\d&submitted_lte=2026-03-20T10:15:\d\d$/,
  );
  await expect.poll(() => idsOf(page)).toEqual(['at-10']);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`${LIST}$`));
});

test('under the pointer the strip stands still while what it tells follows the answers; it can be put away', async ({
  page,
  emulator,
}) => {
  await putHalfAnHour(emulator);
  await page.goto(LIST);
  await expect(strip(page).getByRole('option')).toHaveCount(1);
  await expect(strip(page).getByText('15:50', { exact: true })).toBeVisible();
  await page.mouse.move(...(await placeOn(page, 0.655)));
  await expect(strip(page)).toContainText('Running');
  await emulator.put(operation({ id: 'at-20', submitted: '2026-03-20T10:20:00', status: 'FAIL' }));
  await emulator.put(operation({ id: 'later', submitted: '2026-03-20T11:00:00', status: 'RUNNING' }));
  await poll(page, emulator);
  await expect.poll(() => idsOf(page)).toHaveLength(6);
  await expect(strip(page)).toContainText('Failed');
  await expect(strip(page).getByText('15:50', { exact: true })).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(strip(page).getByText('16:20', { exact: true })).toBeVisible();
  await expect(strip(page).getByText('15:50', { exact: true })).toHaveCount(0);

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Times at a glance' }).click();
  await expect(strip(page)).toHaveCount(0);
  await page.reload();
  await expect.poll(() => idsOf(page)).toHaveLength(6);
  await expect(strip(page)).toHaveCount(0);
});

test('an upload’s progress is drawn as it is seen, with its expected end, and nothing moves for it', async ({
  page,
  emulator,
}) => {
  const percents = [10, 20, 30, 40, 50, 60, 70];
  const steps = percents.map((progress, index) => ({ afterMs: (index + 1) * MINUTE, progress }));
  const upload = { id: 'upload', type: 'TASK_SUITE.BATCH_CREATE', submitted: '@now', started: '@now' };
  await emulator.put({ ...upload, status: 'RUNNING', progress: 0 }, { steps });
  await page.goto(`${LIST}/upload`);
  const region = page.getByRole('region', { name: 'Progress' });
  await expect(region).toContainText('0%');
  const before = await region.boundingBox();
  await expect(region.getByRole('img')).toHaveCount(0);
  for (const percent of percents) {
    // Three are enough to draw, and at 30 that many were seen for certain.
    if (percent > 30) await expect(region.getByRole('img')).toHaveCount(1);
    await emulator.advance(MINUTE);
    await page.clock.fastForward(MINUTE);
    await expect(region).toContainText(`${percent}%`);
  }
  await expect(region.getByRole('img')).toHaveAccessibleName(
    /^0% at \d\d:\d\d(?::\d\d)?, 70% now; expected to finish between \d\d:\d\d/,
  );
  expect((await region.boundingBox())?.height).toBe(before?.height);
});
