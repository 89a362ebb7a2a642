import type { Page } from 'playwright/test';
import type { EmulatorControl } from './emulator.ts';
import { expect, idsOf, LIST, test } from './fixtures.ts';
import { rowOf } from './liveRows.ts';
import { operation } from './operations.ts';

async function openFifty(page: Page, emulator: EmulatorControl): Promise<void> {
  await emulator.clear();
  for (let number = 10; number < 60; number++) {
    await emulator.put(operation({ id: `op-${number}`, submitted: `2026-03-20T10:00:${number}` }));
  }
  await page.goto(LIST);
  await expect.poll(async () => (await idsOf(page)).length).toBe(50);
}

test('Back shows the rows where they were, without a request', async ({ page, emulator }) => {
  await openFifty(page, emulator);
  await page.evaluate(() => window.scrollTo(0, 600));
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(600);
  await rowOf(page, 'op-35').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await emulator.forgetRequests();

  await page.goBack();
  // In the very task in which the address changes back, so that no frame shows anything else.
  await expect.poll(async () => (await idsOf(page)).length).toBe(50);
  expect(await page.evaluate(() => window.scrollY)).toBe(600);
  await expect(rowOf(page, 'op-35').getByRole('link')).toBeFocused();
  expect((await emulator.requests()).filter(({ path }) => path.includes('limit=50'))).toEqual([]);
});

test('Back gives the focus to a row that is not in sight as well', async ({ page, emulator }) => {
  await openFifty(page, emulator);
  await rowOf(page, 'op-12')
    .getByRole('link')
    .evaluate((link: HTMLElement) => link.click());
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(rowOf(page, 'op-12').getByRole('link')).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expect.poll(async () => (await idsOf(page)).length).toBe(50);
});

test('a row leads to its page with nothing missing, and a step to the next one keeps the page full', async ({
  page,
  emulator,
}) => {
  await openFifty(page, emulator);
  await rowOf(page, 'op-35').getByRole('link').click();
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Parameters' })).toBeVisible();
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('op-34');
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
});
