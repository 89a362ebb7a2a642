import type { Locator, Page } from 'playwright/test';
import type { EmulatorControl } from './emulator.ts';
import { expect, filterControl, idsOf, LIST, pager, table, test } from './fixtures.ts';
import { LOG, list, putBatch, why } from './logPage.ts';
import { digits, operation } from './operations.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Presses Tab until an element has the focus; the failure names what was passed. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    passed.push(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 30) ?? ''));
  }
  throw new Error(`the focus never got there; it passed: ${passed.join(' | ')}`);
}

/** Presses keys one after the other. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const search = (page: Page) => page.getByRole('combobox', { name: 'Search and commands' });
const help = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const rowLink = (page: Page, name: RegExp) => table(page).getByRole('link', { name });

/** A list of 30 operations, the newest of them a batch that failed, on pages of 20; its keys are there. */
async function openList(page: Page, emulator: EmulatorControl): Promise<void> {
  await emulator.clear();
  await putBatch(emulator, LOG, { submitted: '2026-03-20T11:00:00' });
  for (let index = 1; index < 30; index++) {
    await emulator.put(
      operation({ id: `good-${digits(index)}`, submitted: `2026-03-20T10:00:${digits(60 - index, 2)}` }),
    );
  }
  await page.goto(`${LIST}?limit=20`);
  await expect.poll(() => idsOf(page)).toHaveLength(20);
  await expect(page.getByRole('button', { name: 'Search and commands' })).toBeVisible();
}

test('from the list to the cause of a failure and back, without a mouse', async ({ page, emulator }) => {
  await openList(page, emulator);
  await press(page, 'Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await press(page, 'Enter', '/');
  await expect(filterControl(page, 'Find in parameters')).toBeFocused();
  await press(page, 'Escape');
  await expect(filterControl(page, 'Find in parameters')).not.toBeFocused();

  const status = filterControl(page, 'Status');
  await tabTo(page, status);
  await press(page, 'Enter');
  const failed = page.getByRole('checkbox', { name: 'Failed' });
  await expect(failed).toBeVisible();
  await tabTo(page, failed);
  await press(page, 'Space');
  await expect(page).toHaveURL(`${LIST}?status=FAIL&limit=20`);
  await press(page, 'Escape');
  await expect(status).toBeFocused();
  await expect.poll(() => idsOf(page)).toEqual(['batch']);

  await press(page, 'j');
  await expect(rowLink(page, /Uploading tasks/)).toBeFocused();
  await press(page, 'Enter');
  await expect(heading(page)).toContainText('batch');
  await expect(heading(page)).toBeFocused();
  await expect(why(page)).toContainText('May not be empty');
  await expect(list(page).getByRole('listitem').first()).toBeVisible();
  await press(page, 'j', 'j', 'k');
  const item = list(page).getByRole('listitem').first().getByRole('button', { expanded: false });
  await expect(item).toBeFocused();
  await press(page, 'Enter');
  await expect(list(page).getByRole('listitem').first()).toContainText('Unknown field name');
  await press(page, 'c');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(new URL('/production/operations/batch', page.url()).href);

  // By its own way back, and by the browser's: both lead to the row that one has followed.
  await press(page, 'g', 'l');
  await expect(page).toHaveURL(`${LIST}?status=FAIL&limit=20`);
  await expect(rowLink(page, /Uploading tasks/)).toBeFocused();
  await press(page, 'Enter');
  await expect(heading(page)).toBeFocused();
  await page.goBack();
  await expect(rowLink(page, /Uploading tasks/)).toBeFocused();
});

test('what is pressed before the code of the keys has come is done when it has, in its order', async ({
  page,
  emulator,
}) => {
  await openList(page, emulator);
  await page.reload();
  await press(page, 'j', 'j', 'k', 'j');
  await expect(rowLink(page, /good-001/)).toBeFocused();

  await page.reload();
  await press(page, 'j', 'j', 'Enter');
  await expect(heading(page)).toContainText('good-001');
  await page.goBack();

  // What follows is meant for the field, and is none of the keys for that: one of them would pause the updates.
  await page.reload();
  await press(page, '/', 'p');
  await expect(filterControl(page, 'Find in parameters')).toBeFocused();
  await expect(page).toHaveURL(`${LIST}?limit=20`);

  // The same for what is typed behind the palette's.
  await page.reload();
  await press(page, 'Control+k', 'p');
  await expect(search(page)).toBeFocused();
  await expect(page).toHaveURL(`${LIST}?limit=20`);
});

test('pages, rows and operations are stepped through by key', async ({ page, emulator }) => {
  await openList(page, emulator);
  const first = await idsOf(page);
  await press(page, 'j', 'j', 'x');
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('1 selected');
  await expect(rowLink(page, /good-001/)).toBeFocused();
  await press(page, ']');
  await expect(page).toHaveURL(/after=/);
  await expect.poll(() => idsOf(page)).toHaveLength(10);
  await expect(pager(page, 'Next page'), 'its row has gone').toBeFocused();
  await press(page, '[');
  await expect.poll(() => idsOf(page)).toEqual(first);
  await press(page, 'j');
  await expect(rowLink(page, /Uploading tasks/)).toBeFocused();
  for (let row = 1; row <= 19; row++) await press(page, 'j');
  await expect(rowLink(page, /good-019/)).toBeFocused();
  await expect(rowLink(page, /good-019/)).toBeInViewport();
  await press(page, 'j', 'k', 'Enter');
  await expect(heading(page)).toContainText('good-018');
  await expect(page.getByRole('link', { name: 'Next operation' })).toHaveAttribute('href', /good-019/);
  await press(page, ']');
  await expect(heading(page)).toContainText('good-019');
  await press(page, '[');
  await expect(heading(page)).toContainText('good-018');
  await press(page, 'g', 'l');
  await expect(rowLink(page, /good-018/)).toBeFocused();
  // Both are under way before a frame can come between them: the step's link is still to be drawn.
  await Promise.all([press(page, 'Enter'), press(page, ']')]);
  await expect(heading(page)).toContainText('good-019');
  await press(page, 'g', 'l');
  await expect(rowLink(page, /good-019/)).toBeFocused();

  // By the link itself, the focus stays on the way on.
  const next = page.getByRole('link', { name: 'Next page' });
  await next.focus();
  await press(page, 'Enter');
  await expect(page).toHaveURL(/after=/);
  await expect.poll(() => idsOf(page)).toHaveLength(10);
  await expect(next).toBeFocused();
});

test('the palette leads to any operation, the help tells the keys, and both change what one likes', async ({
  page,
  emulator,
}) => {
  await openList(page, emulator);
  await press(page, 'Control+k');
  await expect(search(page)).toBeFocused();
  await page.keyboard.insertText('good-025');
  await press(page, 'Enter');
  await expect(heading(page)).toContainText('good-025');
  await expect(heading(page)).toBeFocused();

  await press(page, 'Control+k');
  await page.keyboard.insertText('theme dark');
  await press(page, 'Enter');
  await expect(search(page)).toBeHidden();
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await expect(heading(page), 'the focus is where it was').toBeFocused();

  await press(page, '?');
  await expect(help(page)).toContainText('Next operation');
  const single = help(page).getByRole('switch', { name: 'Single-key shortcuts' });
  await tabTo(page, single);
  await press(page, 'Space');
  await expect(single).not.toBeChecked();
  await press(page, 'Escape');
  await expect(help(page)).toBeHidden();
  await press(page, '?', 'g', 'l');
  await expect(help(page)).toBeHidden();
  await expect(heading(page)).toContainText('good-025');

  await press(page, 'Control+k');
  await page.keyboard.insertText('shortcuts on');
  await press(page, 'Enter', 'g', 'l');
  await expect(page).toHaveURL(LIST);
});

test('keys do nothing to the page while one types, or while something is open over it', async ({
  page,
  emulator,
}) => {
  await openList(page, emulator);
  await press(page, '/');
  await page.keyboard.type('pj?');
  await expect(filterControl(page, 'Find in parameters')).toHaveValue('pj?');
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'Share' }).focus();
  await press(page, 'Enter');
  await expect(page.getByRole('dialog', { name: 'Share this view' })).toBeVisible();
  await press(page, 'p', '?');
  await expect(help(page)).toBeHidden();
  await press(page, 'Escape', 'Shift+P', 'Alt+p');
  await expect(page).toHaveURL(`${LIST}?limit=20`);
  await press(page, 'p');
  await expect(page.getByRole('button', { name: 'Resume updates' })).toBeVisible();
  await press(page, 'p');
  await expect(page.getByRole('button', { name: 'Pause updates' })).toBeVisible();
});
