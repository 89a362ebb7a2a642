import type { Locator, Page } from 'playwright/test';
import { expect, filterControl, idsOf, LIST, pager, test } from './fixtures.ts';
import { rowOf } from './liveRows.ts';
import { operation } from './operations.ts';

test.beforeEach(async ({ emulator }) => {
  await emulator.clear();
  const seconds = Array.from({ length: 200 }, (_, index) => index);
  await Promise.all(
    seconds.map((second) => {
      const submitted = new Date(Date.parse('2026-03-20T10:00:00Z') + second * 1000).toISOString();
      return emulator.put(operation({ id: `op-${100 + second}`, submitted: submitted.replace('Z', '') }));
    }),
  );
});

/** How many rows the page shows from now on, one count for each time that it draws others. */
async function countRows(page: Page): Promise<() => Promise<number[]>> {
  const counts = await page
    .getByRole('table', { name: 'Operations' })
    .evaluateHandle((table: HTMLTableElement) => {
      // One is the head.
      const rows = () => table.rows.length - 1;
      const seen: number[] = [];
      const observer = new MutationObserver(() => {
        if (seen.at(-1) !== rows()) seen.push(rows());
      });
      observer.observe(table, { childList: true, subtree: true });
      return seen;
    });
  return () => counts.jsonValue();
}

test('another page draws its rows in portions, those in sight first', async ({ page }) => {
  await page.goto(`${LIST}?limit=100`);
  await expect.poll(() => idsOf(page)).toHaveLength(100);
  const counts = await countRows(page);
  await pager(page, 'Next page').click();
  await expect(rowOf(page, 'op-199')).toBeVisible();
  await expect.poll(() => idsOf(page)).toHaveLength(100);
  expect(await counts()).toEqual([19, 51, 83, 100]);
  // What comes to rows that are all there is drawn with them.
  await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('200');
  await expect.poll(() => idsOf(page)).toHaveLength(200);
});

test('the rows of another page are asked for in the press, before anything is drawn of it', async ({
  page,
  emulator,
}) => {
  await page.clock.install();
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(50);
  await emulator.forgetRequests();
  // No frame comes from now on.
  await page.clock.pauseAt(Date.now() + 2000);
  const address = page.url();
  await pager(page, 'Next page').click();
  await expect
    .poll(async () => (await emulator.requests()).filter(({ path }) => path.includes('submitted_lte')))
    .toHaveLength(1);
  expect(page.url()).toBe(address);
  await page.clock.resume();
  await expect(rowOf(page, 'op-249')).toBeVisible();
  // They are asked for once.
  expect((await emulator.requests()).filter(({ path }) => path.includes('submitted_lte'))).toHaveLength(1);
});

test('a row that is followed while another page is on its way leads back to the page it stands on', async ({
  page,
  emulator,
}) => {
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(50);
  await emulator.setFaults([{ fault: 'hangs', endpoint: 'list' }]);
  await pager(page, 'Next page').click();
  await expect(page).toHaveURL(/after=/);
  await rowOf(page, 'op-299').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('op-299');
  await page.getByRole('link', { name: 'Back to operations' }).click();
  await expect(page).toHaveURL(LIST);
  await expect(rowOf(page, 'op-299').getByRole('link')).toBeFocused();
});

test('how many rows a page is to have is shown in the press, and the order of the list too', async ({
  page,
}) => {
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(50);
  const pick = (select: Locator, value: string) =>
    select.evaluate((element: HTMLSelectElement, picked) => {
      element.value = picked;
      element.dispatchEvent(new Event('change', { bubbles: true }));
      return element.value;
    }, value);
  expect(await pick(page.getByRole('combobox', { name: 'Rows per page' }), '100')).toBe('100');
  await expect.poll(() => idsOf(page)).toHaveLength(100);
  await page.getByRole('combobox', { name: 'Sort', exact: true }).click();
  expect(await pick(page.getByRole('combobox', { name: 'Sort by' }), 'submitted')).toBe('submitted');
  await expect(page).toHaveURL(/sort=submitted/);
  await expect.poll(async () => (await idsOf(page)).at(0)).toBe('op-100');
});

test('of two changes of the list in one moment neither is lost', async ({ page }) => {
  await page.goto(`${LIST}?limit=20`);
  await expect.poll(() => idsOf(page)).toHaveLength(20);
  /** Presses `first`, or picks `value` from it, and pauses the updates before the page has drawn anything of that. */
  const thenPause = async (first: Locator, value: string | null) => {
    const pause = await page.getByRole('button', { name: /^(Pause|Resume) updates$/ }).elementHandle();
    await first.evaluate(
      (element, [picked, then]) => {
        if (picked === null || !(element instanceof HTMLSelectElement)) (element as HTMLElement).click();
        else {
          element.value = picked;
          element.dispatchEvent(new Event('change', { bubbles: true }));
        }
        (then as HTMLElement).click();
      },
      [value, pause] as const,
    );
  };
  await thenPause(page.getByRole('combobox', { name: 'Rows per page' }), '50');
  await expect(page).toHaveURL(`${LIST}?updates=paused`);
  await expect.poll(() => idsOf(page)).toHaveLength(50);
  await filterControl(page, 'Status').click();
  await thenPause(page.getByRole('checkbox', { name: 'Failed' }), null);
  await expect(page).toHaveURL(`${LIST}?status=FAIL`);
});
