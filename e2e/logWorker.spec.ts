import { expect, LIST, test } from './fixtures.ts';
import { region } from './logPage.ts';

const LOADED = 'Log loaded: 240 items, 240 succeeded.';

test('a log is read beside the page, and what was read goes when the page is left', async ({ page }) => {
  await page.goto(`${LIST}/status-201-log`);
  await expect(region(page).getByRole('status')).toHaveText(LOADED);
  expect(page.workers()).toHaveLength(1);
  await page.getByRole('link', { name: 'Back to operations' }).click();
  await expect.poll(() => page.workers().length).toBe(0);
});

test('where the browser allows no such helper, the log is read all the same', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await page.goto(`${LIST}/status-201-log`);
  await expect(region(page).getByRole('status')).toHaveText(LOADED);
  expect(page.workers()).toHaveLength(0);
});
