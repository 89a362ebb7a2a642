import type { Locator, Page } from 'playwright/test';
import type { EmulatorControl } from './emulator.ts';
import { expect, idsOf, LIST, table, test, turn } from './fixtures.ts';
import { poll, putRunning, rowOf } from './liveRows.ts';

const ROWS = ['row-6', 'row-5', 'row-4', 'row-3', 'row-2', 'row-1'];

const box = (page: Page, id: string) => page.getByRole('checkbox', { name: `Select ${id}` });
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });

const NO_COLOUR = 'rgba(0, 0, 0, 0)';
/** The colour of a box's edge: without one it is not seen. */
const edgeOf = (one: Locator) => one.evaluate((element) => getComputedStyle(element, '::before').borderColor);

async function openRows(page: Page, emulator: EmulatorControl, query = ''): Promise<void> {
  for (const [index, id] of ROWS.toReversed().entries()) await putRunning(emulator, id, index + 1);
  await page.goto(LIST + query);
  await expect.poll(() => idsOf(page)).toEqual(query === '' ? ROWS : ROWS.slice(0, 4));
}

test.beforeEach(async ({ page, context, emulator }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await emulator.clear();
  await emulator.setArrivals(false);
  await page.clock.install();
});

test('rows are selected one by one and as a range, stay so through polls, and no row moves for it', async ({
  page,
  emulator,
}) => {
  await openRows(page, emulator);
  const place = () => table(page).boundingBox();
  const before = await place();
  await box(page, 'row-5').check();
  await expect(bar(page)).toContainText('1 selected');
  expect(await place()).toEqual(before);
  await box(page, 'row-2').click({ modifiers: ['Shift'] });
  await expect(bar(page)).toContainText('4 selected');
  await expect(box(page, 'row-3')).toBeChecked();
  await expect(box(page, 'row-6')).not.toBeChecked();
  await box(page, 'row-4').uncheck();
  await expect(bar(page)).toContainText('3 selected');

  await putRunning(emulator, 'row-3', 3, { progress: 80 });
  await putRunning(emulator, 'newer', 30);
  await poll(page, emulator);
  await expect(rowOf(page, 'row-3')).toContainText('80%');
  await expect(page.getByRole('button', { name: '1 newer, show' })).toBeVisible();
  expect(await idsOf(page), 'nothing comes in by itself while rows are selected').toEqual(ROWS);
  await expect(bar(page)).toContainText('3 selected');

  await bar(page).getByRole('button', { name: 'Copy IDs' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('row-5\nrow-3\nrow-2');
  await bar(page).getByRole('button', { name: 'Copy links' }).click();
  const origin = new URL(page.url()).origin;
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(['row-5', 'row-3', 'row-2'].map((id) => `${origin}/production/operations/${id}`).join('\n'));

  await bar(page).getByRole('button', { name: 'Clear' }).click();
  await expect(bar(page)).toBeHidden();
  await expect(page.getByRole('checkbox', { name: 'Select all on this page' })).toBeFocused();
  expect((await place())?.width).toBe(before?.width);
});

test('two to four rows lead to their comparison, and fewer or more say why they do not', async ({
  page,
  emulator,
}) => {
  await openRows(page, emulator);
  await box(page, 'row-6').check();
  const compare = bar(page).getByRole('button', { name: 'Compare' });
  await expect(compare).toHaveAttribute('aria-disabled', 'true');
  await expect(compare).toHaveAccessibleDescription('Select one more to compare');
  await box(page, 'row-2').check();
  await expect(bar(page).getByRole('link', { name: 'Compare' })).toHaveAttribute(
    'href',
    '/production/operations/compare?id=row-6&id=row-2',
  );
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click();
  await expect(bar(page)).toContainText('6 selected');
  await expect(compare).toHaveAccessibleDescription('At most 4 can be compared');
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click();
  await expect(bar(page)).toBeHidden();
});

test('another page or filter is another view, and nothing of it is selected', async ({ page, emulator }) => {
  await openRows(page, emulator, '?limit=4');
  await box(page, 'row-6').check();
  await turn(page, 'Next page');
  await expect(bar(page)).toBeHidden();
  await turn(page, 'Previous page');
  await expect(box(page, 'row-6')).not.toBeChecked();
  await box(page, 'row-6').check();
  await page.getByRole('button', { name: 'Pause updates' }).click();
  await expect(bar(page), 'a pause changes no rows').toContainText('1 selected');
});

test('a selected row that a refresh takes away is still meant, and it is said', async ({
  page,
  emulator,
}) => {
  await openRows(page, emulator);
  await page.goto(`${LIST}?status=RUNNING`);
  await expect.poll(() => idsOf(page)).toEqual(ROWS);
  await box(page, 'row-6').check();
  await box(page, 'row-1').check();
  await putRunning(emulator, 'row-6', 6, { status: 'SUCCESS', finished: '2026-03-20T10:05:00' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => idsOf(page)).toEqual(ROWS.slice(1));
  await expect(bar(page)).toContainText('2 selected, 1 no longer on this page');
  await bar(page).getByRole('button', { name: 'Copy IDs' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('row-1\nrow-6');
});

test('rows are selected and watched without a mouse', async ({ page, emulator }) => {
  await openRows(page, emulator);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).focus();
  await page.keyboard.press('Space');
  await expect(bar(page)).toContainText('6 selected');
  await page.keyboard.press('Space');
  await expect(bar(page)).toBeHidden();
  await rowOf(page, 'row-6').getByRole('link').focus();
  await page.keyboard.press('Shift+Tab');
  await expect(box(page, 'row-6')).toBeFocused();
  await expect.poll(() => edgeOf(box(page, 'row-2')), 'the others are not seen').toBe(NO_COLOUR);
  await expect.poll(() => edgeOf(box(page, 'row-6')), 'a box that has the focus is seen').not.toBe(NO_COLOUR);
  await page.keyboard.press('Space');
  await expect(bar(page)).toContainText('1 selected');
  await expect.poll(() => edgeOf(box(page, 'row-2')), 'once one is checked all are').not.toBe(NO_COLOUR);
  await box(page, 'row-4').focus();
  await page.keyboard.press('Shift+Space');
  await expect(bar(page)).toContainText('3 selected');
  await bar(page).getByRole('button', { name: 'Watch', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('Watching 3');
  await expect(page.getByRole('button', { name: /^Watching/ })).toHaveAccessibleName(
    'Watching 3 : 3 running',
  );
});

test('what a search finds can be selected as well', async ({ page, emulator }) => {
  await openRows(page, emulator);
  await page.goto(`${LIST}?find=row`);
  await expect.poll(() => idsOf(page)).toEqual(ROWS);
  await box(page, 'row-3').check();
  await expect(bar(page)).toContainText('1 selected');
});

test('on a small screen the cards carry the boxes, the bar fits, and nothing scrolls sideways', async ({
  page,
  emulator,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openRows(page, emulator);
  await box(page, 'row-6').check();
  await box(page, 'row-5').check();
  const { x = 0, width = 0 } = (await bar(page).boundingBox()) ?? {};
  expect([Math.round(x), Math.round(x + width)]).toEqual([12, 378]);
  for (const name of ['Watch', 'Copy IDs', 'Copy links', 'Clear']) {
    const button = await bar(page).getByRole('button', { name, exact: true }).boundingBox();
    expect(Math.round((button?.x ?? 0) + (button?.width ?? 0)), name).toBeLessThanOrEqual(378);
  }
  const side = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(side, 'px that lie beyond the screen').toBeLessThanOrEqual(0);
});
