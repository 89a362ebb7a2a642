import { expect, filterControl, LIST, settled, test } from './fixtures.ts';
import { menu, nav, openMenu, saveAs, savedNames, VIEWS_KEY } from './viewsMenu.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('the ready-made views are one click away and say which one is on screen', async ({ page }) => {
  await page.goto(LIST);
  const link = (name: string) => nav(page).getByRole('link', { name, exact: true });
  await expect(link('All')).toHaveAttribute('aria-current', 'page');
  await link('Running now').click();
  await expect(page).toHaveURL(`${LIST}?status=PENDING&status=RUNNING`);
  await expect(link('Running now')).toHaveAttribute('aria-current', 'page');
  await expect(link('All')).not.toHaveAttribute('aria-current');
  await link('Failed, 24 h').click();
  await expect(page).toHaveURL(`${LIST}?status=FAIL&submitted_gte=now-24h`);
  await link('Today').click();
  // Midnight in Kolkata, where the browser is.
  await expect(page).toHaveURL(/\?submitted_gte=\d{4}-\d\d-\d\dT18:30:00$/);
  await expect(link('Today')).toHaveAttribute('aria-current', 'page');

  await page.goto(`${LIST}?status=RUNNING&status=PENDING&updates=paused`);
  await expect(link('Running now'), 'whatever the order of parameters').toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('a view is saved under a name and is there after a reload', async ({ page }) => {
  await saveAs(page, `${LIST}?type=POOL.OPEN&status=FAIL`, 'Broken pools');
  await page.goto(LIST);
  await nav(page).getByRole('link', { name: 'Broken pools' }).click();
  await expect(page).toHaveURL(`${LIST}?type=POOL.OPEN&status=FAIL`);

  await openMenu(page);
  await expect(menu(page), 'no field is to be seen, so the menu itself has the focus').toBeFocused();
  await page.getByRole('button', { name: 'Copy link to Broken pools' }).click();
  await expect(menu(page).getByText('Copied', { exact: true })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('a name is asked for, and the same one is not given twice', async ({ page }) => {
  await saveAs(page, `${LIST}?status=FAIL`, 'Failed');
  await page.goto(`${LIST}?status=SUCCESS`);
  await openMenu(page);
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(menu(page).getByRole('alert')).toHaveText('A view needs a name.');
  await page.getByLabel('Name for what you see').fill('Failed');
  await page.getByLabel('Name for what you see').press('Enter');
  await expect(menu(page).getByRole('alert')).toHaveText('There is a view “Failed” already.');
  expect(await savedNames(page)).toEqual(['Failed']);
});

test('a changed view says so, and is saved as it is now or beside the old one', async ({ page }) => {
  await saveAs(page, `${LIST}?status=FAIL&submitted_gte=now-24h`, 'Nightly');
  await page.getByRole('button', { name: 'Remove Submitted' }).click();
  const changed = nav(page).getByRole('link', { name: 'Nightly changed' });
  await expect(changed).toBeVisible();
  await expect(changed).not.toHaveAttribute('aria-current');
  await openMenu(page);
  await expect(menu(page)).toContainText('“Nightly” is changed');
  await page.getByLabel('Or keep both, this one as').fill('Every night');
  await page.getByRole('button', { name: 'Save as new' }).click();
  await expect(nav(page).getByRole('link', { name: 'Every night' })).toHaveAttribute('aria-current', 'page');

  await nav(page).getByRole('link', { name: 'Nightly' }).click();
  await expect(page).toHaveURL(`${LIST}?status=FAIL&submitted_gte=now-24h`);
  await filterControl(page, 'Submitted').click();
  await page.getByRole('button', { name: 'Last 7 days' }).click();
  await expect(changed).toBeVisible();
  await openMenu(page);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.goto(LIST);
  await nav(page).getByRole('link', { name: 'Nightly' }).click();
  await expect(page).toHaveURL(`${LIST}?status=FAIL&submitted_gte=now-7d`);
});

test('views are renamed and put in order by the keyboard alone', async ({ page }) => {
  for (const [name, status] of [
    ['A', 'FAIL'],
    ['B', 'RUNNING'],
    ['C', 'SUCCESS'],
  ] as const) {
    await saveAs(page, `${LIST}?status=${status}`, name);
  }
  await openMenu(page);
  await page.getByRole('button', { name: 'Edit views' }).press('Enter');
  await page.getByRole('button', { name: 'Move A down' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Move A down' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(menu(page).getByText('“A” is number 3 of 3')).toBeAttached();
  await page.getByRole('button', { name: 'Move C up' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name of C' }).fill('Good ones');
  await page.getByRole('textbox', { name: 'Name of C' }).press('Enter');
  await page.getByRole('button', { name: 'Done with editing views' }).press('Enter');
  await expect.poll(() => savedNames(page)).toEqual(['Good ones', 'B', 'A']);
  await page.reload();
  await settled(page);
  await expect
    .poll(async () => (await nav(page).getByRole('link').allTextContents()).slice(-3))
    .toEqual(['Good ones', 'B', 'A']);
});

test('a deleted view comes back with Undo, where it was', async ({ page }) => {
  await saveAs(page, `${LIST}?status=FAIL`, 'A');
  await saveAs(page, `${LIST}?status=RUNNING`, 'B');
  await openMenu(page);
  await page.getByRole('button', { name: 'Edit views' }).click();
  await page.getByRole('button', { name: 'Delete A' }).click();
  await expect(menu(page).getByText('Deleted “A”')).toBeVisible();
  await expect(nav(page).getByRole('link', { name: 'A', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Done with editing views' }).click();
  await expect.poll(() => savedNames(page)).toEqual(['A', 'B']);
});

test('the start page is where the bare address goes', async ({ page }) => {
  await saveAs(page, '/demo/operations?status=FAIL', 'Demo failures');
  await openMenu(page);
  await page.getByRole('button', { name: 'Edit views' }).click();
  await page.getByRole('checkbox', { name: 'Start with Demo failures' }).check();
  await page.goto('/');
  await expect(page).toHaveURL('/demo/operations?status=FAIL');
  await openMenu(page);
  await expect(menu(page).getByText('Start page')).toBeVisible();
  await page.getByRole('button', { name: 'Edit views' }).click();
  await page.getByRole('checkbox', { name: 'Start with Demo failures' }).uncheck();
  await page.goto('/');
  await expect(page).toHaveURL(LIST);
});

test('views that do not fit the header are in the menu, and the keyboard meets none that is hidden', async ({
  page,
}) => {
  await page.goto(LIST);
  const names = Array.from({ length: 30 }, (_, index) => `A view with quite a long name ${index + 1}`);
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    VIEWS_KEY,
    JSON.stringify({
      kind: 'toloka-operations-views',
      version: 1,
      views: names.map((name, index) => ({ name, environment: 'production', search: `limit=${index + 1}` })),
    }),
  ] as const);
  await page.goto(`${LIST}?limit=30`);
  const button = nav(page).getByRole('button', { name: 'Views A view with quite a long name 30' });
  await expect(button).toBeVisible();
  const links = nav(page).getByRole('link');
  const shown = await links.count();
  expect(shown).toBeGreaterThan(4);
  expect(shown).toBeLessThan(20);
  await links.last().focus();
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await button.press('Enter');
  await expect.poll(() => savedNames(page)).toEqual(names);
});

test('on a small screen all views are in the menu', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(LIST);
  await expect(nav(page).getByRole('link')).toHaveCount(0);
  await nav(page).getByRole('button', { name: 'Views All' }).click();
  await menu(page).getByRole('link', { name: 'Running now' }).click();
  await expect(page).toHaveURL(`${LIST}?status=PENDING&status=RUNNING`);
  await expect(menu(page)).toBeHidden();
  await expect(nav(page).getByRole('button', { name: 'Views Running now' })).toBeVisible();
});
