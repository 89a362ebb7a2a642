import type { Locator, Page } from 'playwright/test';
import { operation } from './operations.ts';
import { expect, filterControl, idsOf, LIST, table, test } from './fixtures.ts';

test.beforeEach(async ({ page, emulator }) => {
  await page.clock.setFixedTime('2026-11-22T12:00:00Z');
  await emulator.clear();
  const times = { started: '2026-11-20T08:31:08', finished: '2026-11-20T08:40:00' };
  await emulator.put(
    operation({ id: 'failed-opening', status: 'FAIL', submitted: '2026-11-20T08:31:07.5', ...times }),
  );
  await emulator.put(operation({ id: 'opening', submitted: '2026-11-20T09:29:59.999', ...times }));
  await emulator.put(
    operation({
      id: 'failed-clone',
      type: 'POOL.CLONE',
      status: 'FAIL',
      submitted: '2026-11-20T09:30:00',
      ...times,
    }),
  );
  await emulator.put(operation({ id: 'next-day', submitted: '2026-11-20T18:30:00', ...times }));
});

function menuButton(page: Page, name: string): Locator {
  return page.getByRole('button', { name: `Filter by this row: ${name}` });
}

async function openMenu(page: Page, name: string): Promise<Locator> {
  await menuButton(page, name).click();
  const menu = page.getByRole('dialog', { name: 'Filter by this row' });
  await expect(menu).toBeVisible();
  return menu;
}

test('a status and then a type are added to what is set, one history entry each', async ({ page }) => {
  await page.goto(`${LIST}?submitted_lt=2026-11-20T18:00:00`);
  await expect.poll(() => idsOf(page)).toEqual(['failed-clone', 'opening', 'failed-opening']);
  const start = await page.evaluate(() => history.length);

  await (
    await openMenu(page, 'Opening a pool failed-opening')
  )
    .getByRole('link', { name: 'Only Failed' })
    .click();
  await expect(page).toHaveURL(`${LIST}?status=FAIL&submitted_lt=2026-11-20T18:00:00`);
  await expect.poll(() => idsOf(page)).toEqual(['failed-clone', 'failed-opening']);
  await expect(filterControl(page, 'Status')).toContainText('Failed');

  await (
    await openMenu(page, 'Opening a pool failed-opening')
  )
    .getByRole('link', { name: 'Only Opening a pool' })
    .click();
  await expect(page).toHaveURL(`${LIST}?type=POOL.OPEN&status=FAIL&submitted_lt=2026-11-20T18:00:00`);
  await expect.poll(() => idsOf(page)).toEqual(['failed-opening']);
  expect(await page.evaluate(() => history.length)).toBe(start + 2);

  await (
    await openMenu(page, 'Opening a pool failed-opening')
  )
    .getByRole('link', { name: 'Any status again' })
    .click();
  await expect(page).toHaveURL(`${LIST}?type=POOL.OPEN&submitted_lt=2026-11-20T18:00:00`);
  await page.goBack();
  await expect.poll(() => idsOf(page)).toEqual(['failed-opening']);
});

test('that hour and that day are the viewer’s, and stand in the URL as UTC', async ({ page }) => {
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(4);
  const menu = await openMenu(page, 'Opening a pool failed-opening');
  const submitted = menu.getByRole('group', { name: 'Submitted' });
  await expect(submitted.getByRole('link', { name: 'That hour' })).toContainText('20 Nov 14:00–15:00');
  await submitted.getByRole('link', { name: 'That hour' }).click();
  await expect(page).toHaveURL(`${LIST}?submitted_gte=2026-11-20T08:30:00&submitted_lt=2026-11-20T09:30:00`);
  await expect.poll(() => idsOf(page)).toEqual(['opening', 'failed-opening']);

  await (
    await openMenu(page, 'Opening a pool failed-opening')
  )
    .getByRole('group', { name: 'Submitted' })
    .getByRole('link', { name: 'That day' })
    .click();
  await expect(page).toHaveURL(`${LIST}?submitted_gte=2026-11-19T18:30:00&submitted_lt=2026-11-20T18:30:00`);
  await expect.poll(() => idsOf(page)).toEqual(['failed-clone', 'opening', 'failed-opening']);
});

test('a row bounds the list to the last digit', async ({ page }) => {
  await page.goto(LIST);
  const menu = await openMenu(page, 'Opening a pool opening');
  await menu.getByRole('group', { name: 'Submitted' }).getByRole('link', { name: 'Up to here' }).click();
  await expect(page).toHaveURL(`${LIST}?submitted_lte=2026-11-20T09:29:59.999`);
  await expect.poll(() => idsOf(page)).toEqual(['opening', 'failed-opening']);
});

test.describe('for a viewer in Berlin', () => {
  test.use({ timezoneId: 'Europe/Berlin' });

  test('the day on which clocks are set back has 25 hours, and its doubled hour two', async ({
    page,
    emulator,
  }) => {
    const put = (id: string, submitted: string) => emulator.put(operation({ id, submitted }));
    await put('first-half-past-two', '2026-10-25T00:30:00');
    await put('second-half-past-two', '2026-10-25T01:30:00');
    await put('before-midnight', '2026-10-25T22:59:59');
    await put('after-midnight', '2026-10-25T23:00:00');
    await page.goto(LIST);
    const menu = await openMenu(page, 'Opening a pool second-h');
    const submitted = menu.getByRole('group', { name: 'Submitted' });
    await expect(submitted.getByRole('link', { name: 'That hour' })).toContainText('02:00–03:00, 2 hours');
    await expect(submitted.getByRole('link', { name: 'That day' })).toContainText('25 Oct, 25 hours');
    await submitted.getByRole('link', { name: 'That day' }).click();
    await expect(page).toHaveURL(
      `${LIST}?submitted_gte=2026-10-24T22:00:00&submitted_lt=2026-10-25T23:00:00`,
    );
    await expect
      .poll(() => idsOf(page))
      .toEqual(['before-midnight', 'second-half-past-two', 'first-half-past-two']);
  });
});

test('an offer is a link of its own: its address lists the same in a new tab', async ({ page, context }) => {
  await page.goto(LIST);
  const menu = await openMenu(page, 'Cloning a pool failed-clone');
  const arrival = context.waitForEvent('page');
  await menu.getByRole('link', { name: 'Only Cloning a pool' }).click({ modifiers: ['Control'] });
  const tab = await arrival;
  await expect(tab).toHaveURL(`${LIST}?type=POOL.CLONE`);
  await expect.poll(() => idsOf(tab)).toEqual(['failed-clone']);
  await expect(page).toHaveURL(LIST);
});

test('without a mouse: one stop behind the row’s link, and the focus is never lost', async ({ page }) => {
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(4);
  const button = menuButton(page, 'Cloning a pool failed-clone');
  // The rows' buttons come right behind the rows.
  await expect(button).toBeAttached();
  await table(page)
    .getByRole('link', { name: /Cloning a pool/ })
    .focus();
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Filter by this row' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: 'Select opening', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(
    table(page)
      .getByRole('link', { name: /Opening a pool .*opening/ })
      .first(),
  ).toBeFocused();

  await button.press('Enter');
  const link = page.getByRole('link', { name: 'Only Cloning a pool' });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => idsOf(page)).toEqual(['failed-clone']);
  await page.keyboard.press('Tab');
  const inTable = () => table(page).evaluate((element) => element.contains(document.activeElement));
  await expect.poll(inTable, 'the next stop is in the table').toBe(true);
});

test('opening the menu asks nothing and changes no row', async ({ page, emulator }) => {
  await page.goto(`${LIST}?updates=paused`);
  await expect.poll(() => idsOf(page)).toHaveLength(4);
  // The table's last parts come when the page is idle.
  await expect(page.getByLabel('Width of Status')).toBeAttached();
  await expect(page.getByRole('checkbox', { name: 'Select opening', exact: true })).toBeAttached();
  await expect(menuButton(page, 'Opening a pool opening')).toBeAttached();
  await emulator.forgetRequests();
  await table(page).evaluate((element) => {
    const seen = { changes: 0 };
    Object.assign(window, { seen });
    new MutationObserver((changes) => {
      seen.changes += changes.length;
    }).observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await openMenu(page, 'Cloning a pool failed-clone');
  await page.keyboard.press('Escape');
  const menu = await openMenu(page, 'Opening a pool opening');
  await expect(menu.getByRole('link', { name: 'Only Opening a pool' })).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { seen: { changes: number } }).seen.changes)).toBe(
    0,
  );
  expect(await emulator.requests()).toEqual([]);
});

test('in a card the button is in sight and large enough, and the menu is a sheet', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(LIST);
  const button = menuButton(page, 'Cloning a pool failed-clone');
  await expect(button).toHaveCSS('visibility', 'visible', { pseudo: 'before' });
  const box = await button.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  const menu = await openMenu(page, 'Cloning a pool failed-clone');
  expect((await menu.boundingBox())?.width).toBe(390);
  await menu.getByRole('link', { name: 'Only Failed' }).click();
  await expect(page).toHaveURL(`${LIST}?status=FAIL`);
});
