import type { Page } from 'playwright/test';
import { digits, operation } from './operations.ts';
import { expect, idsOf, leadsOn, LIST, pager, rowsOf, test, turn } from './fixtures.ts';

/** 170 operations of one timestamp, as a script makes them, between ten later and ten earlier ones. */
const BLOCK = Array.from({ length: 170 }, (_, index) => `tie-${digits(index)}`);
const LATER = Array.from({ length: 10 }, (_, index) => `later-${digits(index)}`);
const EARLIER = Array.from({ length: 10 }, (_, index) => `early-${digits(index)}`);

test.beforeEach(async ({ emulator }) => {
  await emulator.clear();
  const at = (id: string, submitted: string) => emulator.put(operation({ id, submitted }));
  await Promise.all([
    ...BLOCK.map((id) => at(id, '2026-03-20T10:00:00.123')),
    ...LATER.map((id, index) => at(id, `2026-03-20T11:00:0${index}`)),
    ...EARLIER.map((id, index) => at(id, `2026-03-20T09:00:0${index}`)),
  ]);
});

async function walk(page: Page, way: 'Next page' | 'Previous page'): Promise<string[][]> {
  const pages = [await idsOf(page)];
  while (await leadsOn(page, way)) pages.push(await turn(page, way));
  return pages;
}

test('there and back through pages of equal timestamps, each operation appears once in both directions', async ({
  page,
}) => {
  await page.goto(LIST);
  await expect.poll(() => rowsOf(page)).toHaveLength(50);
  expect(await leadsOn(page, 'Previous page')).toBe(false);

  const there = await walk(page, 'Next page');
  const seen = there.flat();
  expect(seen).toHaveLength(190);
  expect(seen.slice(0, 10)).toEqual(LATER.toReversed());
  expect(seen.slice(10, 180).toSorted()).toEqual(BLOCK);
  expect(seen.slice(180)).toEqual(EARLIER.toReversed());
  expect(there.map((ids) => ids.length)).toEqual([50, 50, 50, 40]);

  const back = await walk(page, 'Previous page');
  expect(back.flat().toSorted()).toEqual(seen.toSorted());
  expect(back.toReversed().flat()).toEqual(seen);
});

test('a page in the middle of the ties opens at the same place in a new browser', async ({
  page,
  browser,
}) => {
  await page.goto(`${LIST}?limit=20`);
  await expect.poll(() => rowsOf(page)).toHaveLength(20);
  await turn(page, 'Next page');
  await turn(page, 'Next page');
  const here = await turn(page, 'Next page');
  expect(here).toHaveLength(20);

  const context = await browser.newContext();
  const fresh = await context.newPage();
  await fresh.goto(page.url());
  await expect.poll(() => idsOf(fresh)).toEqual(here);
  const before = await turn(fresh, 'Previous page');
  await page.goBack();
  await expect.poll(() => idsOf(page)).toEqual(before);
  await context.close();
});

test('sorting starts the list over, over everything and not over the rows at hand', async ({ page }) => {
  await page.goto(LIST);
  await turn(page, 'Next page');
  await page.getByRole('columnheader', { name: 'Submitted' }).getByRole('link').click();
  await expect(page).toHaveURL(`${LIST}?sort=submitted`);
  await expect.poll(async () => (await idsOf(page)).slice(0, 10)).toEqual(EARLIER);
});

test('operations that come in while one pages are neither repeated nor left out', async ({
  page,
  emulator,
}) => {
  await page.goto(LIST);
  const first = await idsOf(page);
  await emulator.put(operation({ id: 'newcomer', submitted: '2026-03-20T12:00:00' }));
  const second = await turn(page, 'Next page');
  expect(second.filter((id) => first.includes(id))).toEqual([]);
  await turn(page, 'Previous page');
  await expect.poll(async () => (await idsOf(page)).slice(0, 2)).not.toContain('newcomer');
  await expect(pager(page, 'Previous page'), 'the newcomer lies on a page before').toBeEnabled();
  expect(await turn(page, 'Previous page')).toContain('newcomer');
});
