import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expect, LIST, settled, test } from './fixtures.ts';
import { menu, nav, openMenu, saveAs, savedNames, VIEWS_KEY } from './viewsMenu.ts';

async function importText(page: Page, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import views' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('views go to another browser as a file, and what is there already stays', async ({ page, browser }) => {
  await saveAs(page, `${LIST}?status=RUNNING`, 'Mine');
  await openMenu(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export views' }).click();
  expect((await download).suggestedFilename()).toBe('toloka-views.json');
  const text = await readFile(await (await download).path(), 'utf8');

  const context = await browser.newContext();
  const theirs = await context.newPage();
  await saveAs(theirs, `${LIST}?status=SUCCESS`, 'Mine');
  await openMenu(theirs);
  await importText(theirs, 'toloka-views.json', text);
  await expect(menu(theirs).getByText('Added 1 view.')).toBeVisible();
  await expect.poll(() => savedNames(theirs)).toEqual(['Mine', 'Mine (2)']);
  await importText(theirs, 'toloka-views.json', text);
  await expect(menu(theirs).getByText('Added 0 views; 1 was here already.')).toBeVisible();
  await theirs.getByRole('list', { name: 'Saved views' }).getByRole('link', { name: 'Mine (2)' }).click();
  await expect(theirs).toHaveURL(`${LIST}?status=RUNNING`);
  await context.close();
});

test('a bad file is refused with what is wrong, and costs nothing', async ({ page }) => {
  await saveAs(page, `${LIST}?status=FAIL`, 'Failures');
  await openMenu(page);
  await importText(page, 'notes.txt', 'dear diary');
  await expect(menu(page).getByRole('alert')).toContainText('“notes.txt” was not imported. It is not JSON');
  await expect(menu(page).getByRole('alert')).toContainText('Your views are as they were.');
  await importText(
    page,
    'half.json',
    '{"kind":"toloka-operations-views","version":1,"views":[{"name":"Bad"},{"name":"Good","environment":"demo","search":"status=FAIL"}]}',
  );
  await expect(menu(page).getByText('Added 1 view.')).toBeVisible();
  await expect(menu(page).getByText('Entry 1 (“Bad”) names no environment that Toloka has.')).toBeVisible();
  expect(await savedNames(page)).toEqual(['Failures', 'Good']);
});

test('what another tab saves appears in this one', async ({ page, context }) => {
  await page.goto(LIST);
  const other = await context.newPage();
  await saveAs(other, `${LIST}?status=FAIL`, 'From there');
  await expect(nav(page).getByRole('link', { name: 'From there' })).toBeVisible();
});

test('corrupted storage costs no page, and the menu says what was lost', async ({ page }) => {
  await page.goto(LIST);
  await page.evaluate((key) => localStorage.setItem(key, '{"views":'), VIEWS_KEY);
  await page.goto('/');
  await expect(page).toHaveURL(LIST);
  await settled(page);
  await openMenu(page);
  await expect(menu(page).getByRole('alert')).toContainText('could not be read');
  await page.keyboard.press('Escape');
  await saveAs(page, `${LIST}?status=FAIL`, 'New start');
});

test('where the browser keeps nothing, views work for the tab and the menu says so', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(`${LIST}?status=FAIL`);
  await openMenu(page);
  await page.getByLabel('Name for what you see').fill('Fleeting');
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(menu(page).getByRole('alert')).toHaveText(
    'The browser’s storage is full, so the last change lasts until the tab is closed.',
  );
  await page.keyboard.press('Escape');
  await nav(page).getByRole('link', { name: 'All' }).click();
  await nav(page).getByRole('link', { name: 'Fleeting' }).click();
  await expect(page).toHaveURL(`${LIST}?status=FAIL`);
});
