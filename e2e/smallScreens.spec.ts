import type { Page } from 'playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, filterControl, idsOf, LIST, settled, table, test } from './fixtures.ts';
import { sideways } from './layout.ts';
import { operation } from './operations.ts';

const filtersButton = (page: Page) => page.getByRole('button', { name: /^Filters/ });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Filters' });

test('on a phone the filters are in a sheet behind one button, and what is set stays in sight', async ({
  page,
  emulator,
}) => {
  await emulator.clear();
  await emulator.put(operation({ id: 'good', type: 'POOL.CLOSE' }));
  await emulator.put(operation({ id: 'bad', status: 'FAIL' }));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  await expect(filterControl(page, 'Status')).toHaveCount(0);

  await filtersButton(page).click();
  await expect(sheet(page)).toBeVisible();
  expect((await sheet(page).boundingBox())?.width).toBe(390);
  for (const name of ['Type', 'Status', 'Submitted', 'Finished', 'ID', 'Sort']) {
    await expect(filterControl(page, name)).toBeVisible();
  }
  await expect(sheet(page).getByLabel('Find in parameters')).toBeVisible();
  await expectAccessible(page);

  await filterControl(page, 'Status').click();
  await page.getByRole('checkbox', { name: 'Failed' }).check();
  await expect(page).toHaveURL(`${LIST}?status=FAIL`);
  await page.keyboard.press('Escape');
  await expect(sheet(page), 'Escape closes what is on top').toBeVisible();
  await expect(filterControl(page, 'Status')).toBeFocused();
  await sheet(page).getByRole('button', { name: 'Show results' }).click();
  await expect(sheet(page)).toHaveCount(0);
  await expect(filtersButton(page)).toBeFocused();
  await expect(filtersButton(page)).toHaveAccessibleName('Filters 1 set');
  await expect.poll(() => idsOf(page)).toEqual(['bad']);

  // What is set can be changed and taken away without the sheet.
  await expect(filterControl(page, 'Status')).toHaveText('Failed');
  await page.getByRole('button', { name: 'Remove Status' }).click();
  await expect(page).toHaveURL(LIST);
  await expect(filtersButton(page)).toBeFocused();
  await expect.poll(() => idsOf(page)).toHaveLength(2);

  await page.goto(`${LIST}?status=FAIL&type=POOL.OPEN`);
  await filtersButton(page).press('Enter');
  await sheet(page).getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL(LIST);
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toHaveCount(0);
  await expect(filtersButton(page)).toBeFocused();
});

test('nothing lies beyond the screen at 320 px, nor at twice the size on 1280 px, in either language', async ({
  page,
  emulator,
}) => {
  await emulator.put(
    operation({ id: 'long', parameters: { note: 'no-break'.repeat(30), secret: 'x' }, status: 'FAIL' }),
  );
  const paths = [
    LIST,
    `${LIST}?status=FAIL&status=RUNNING&submitted_gte=2026-01-10T10:00:00&sort=finished`,
    `${LIST}/long`,
    `${LIST}?status=FIAL`,
  ];
  for (const language of ['en', 'ru']) {
    await page.addInitScript((chosen) => {
      localStorage.setItem('toloka-operations:settings', JSON.stringify({ language: chosen }));
    }, language);
    for (const path of paths) {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      await expect(page.getByRole('button', { name: /^(?:Preferences|Настройки)$/ })).toBeVisible();
      // More than a page says while its code is on its way.
      await expect.poll(async () => (await page.getByRole('main').innerText()).length).toBeGreaterThan(100);
      expect(await sideways(page), `${language} ${path} at 320 px`).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 640, height: 400 });
      expect(await sideways(page), `${language} ${path} at 640 px`).toBeLessThanOrEqual(0);
    }
  }
});

test('in a window that becomes narrow nothing makes the page wide, not even before it is drawn for that', async ({
  page,
  emulator,
}) => {
  const steps = [1, 2, 3].map((minute) => ({ afterMs: minute * 60_000, progress: minute * 10 }));
  await emulator.put(
    { id: 'upload', type: 'POOL.CLONE', submitted: '@now', started: '@now', status: 'RUNNING', progress: 0 },
    { steps },
  );
  // It is never told that it has become narrow.
  await page.addInitScript(() => {
    window.ResizeObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
  });
  await page.goto(LIST);
  await expect(page.getByRole('listbox', { name: /by time of submission/ })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sideways(page), 'the list').toBe(0);

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${LIST}/upload`);
  for (const percent of [0, 10, 20]) {
    await expect(page.getByRole('region', { name: 'Progress' })).toContainText(`${percent}%`);
    await emulator.advance(60_000);
    await page.clock.fastForward(60_000);
  }
  await expect(page.getByRole('img', { name: /% now/ })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sideways(page), 'an operation').toBe(0);
});

test('a card holds all that a row does', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(LIST);
  await settled(page);
  const card = table(page).getByRole('row').nth(1);
  await expect(card.getByRole('cell')).toHaveCount(8);
  for (const cell of await card.getByRole('cell').all()) await expect(cell).toBeVisible();
});
