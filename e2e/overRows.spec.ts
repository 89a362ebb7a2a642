import type { Page } from 'playwright/test';
import { expect, filterControl, idsOf, LIST, test } from './fixtures.ts';
import { watchShifts } from './layout.ts';
import { operation } from './operations.ts';

test.beforeEach(async ({ emulator }) => {
  await emulator.clear();
  for (const id of ['op-1', 'op-2', 'op-3']) await emulator.put(operation({ id }));
});

/** Takes down, from the page's first moment on, which of these texts it holds, each time that it holds others. */
async function watchTexts(page: Page, texts: readonly string[]): Promise<() => Promise<string[]>> {
  await page.addInitScript((wanted) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const held = document.body?.textContent ?? '';
      const now = wanted.filter((text) => held.includes(text)).join(', ');
      if (now !== (seen.at(-1) ?? '')) seen.push(now);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  }, texts);
  return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

const TEXTS = ['op-1', 'newest first', 'Refresh'];

test('the first rows come before the filters and the line over them, which move nothing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const shifts = await watchShifts(page);
  const seen = await watchTexts(page, TEXTS);
  await page.goto(`${LIST}?status=SUCCESS`);
  await expect(filterControl(page, 'Status')).toHaveText('Succeeded');
  await expect.poll(() => idsOf(page)).toHaveLength(3);
  expect(await seen()).toEqual(['op-1', 'op-1, newest first, Refresh']);
  expect((await shifts()).toFixed(3)).toBe('0.000');
});

test('where they may take more than a line they come with the rows', async ({ page }) => {
  await page.setViewportSize({ width: 1270, height: 900 });
  const shifts = await watchShifts(page);
  const seen = await watchTexts(page, TEXTS);
  await page.goto(LIST);
  await expect(filterControl(page, 'Status')).toBeVisible();
  await expect.poll(() => idsOf(page)).toHaveLength(3);
  expect(await seen()).toEqual(['op-1, newest first, Refresh']);
  expect((await shifts()).toFixed(3)).toBe('0.000');
});

test('they take one line in so wide a window, in either language', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const language of ['en', 'ru']) {
    await page.goto(LIST);
    await page.evaluate((code) => {
      localStorage.setItem('toloka-operations:settings', JSON.stringify({ language: code }));
    }, language);
    await page.reload();
    const bar = page.getByRole('group', { name: language === 'en' ? 'Filters' : 'Фильтры' });
    await expect.poll(async () => (await bar.boundingBox())?.height).toBe(30);
  }
});
