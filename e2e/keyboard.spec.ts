import type { Locator, Page } from 'playwright/test';
import { expect, filterControl, idsOf, LIST, table, test } from './fixtures.ts';
import { operation } from './operations.ts';

/** Presses Tab (or back) until an element has the focus; the failure names what was passed. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    passed.push(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 30) ?? ''));
  }
  throw new Error(`the focus never got there; it passed: ${passed.join(' | ')}`);
}

test('the main path needs no mouse: filter, open an operation, copy its link, go back', async ({
  page,
  emulator,
}) => {
  await emulator.clear();
  await emulator.put(operation({ id: 'good' }));
  await emulator.put(operation({ id: 'bad', status: 'FAIL' }));
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  const status = filterControl(page, 'Status');
  await tabTo(page, status);
  await page.keyboard.press('Enter');
  const failed = page.getByRole('checkbox', { name: 'Failed' });
  await expect(failed).toBeVisible();
  await tabTo(page, failed);
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(`${LIST}?status=FAIL`);
  await page.keyboard.press('Escape');
  await expect(status).toBeFocused();
  await expect.poll(() => idsOf(page)).toEqual(['bad']);

  await tabTo(page, table(page).getByRole('link', { name: /Opening a pool/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('bad');
  await tabTo(page, page.getByRole('button', { name: 'Copy link' }));
  await tabTo(page, page.getByRole('link', { name: 'Back to operations' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${LIST}?status=FAIL`);
});

test('pages are turned without a mouse, and the focus stays on the way on', async ({ page }) => {
  await page.goto(`${LIST}?limit=20`);
  await expect.poll(() => idsOf(page)).toHaveLength(20);
  const next = page.getByRole('link', { name: 'Next page' });
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/after=/);
  await expect.poll(() => idsOf(page)).toHaveLength(20);
  await expect(next).toBeFocused();
});
