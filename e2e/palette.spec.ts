import type { Page } from 'playwright/test';
import { expect, idsOf, LIST, test } from './fixtures.ts';
import { beforeNextFrame, nextFrame } from './frames.ts';
import { operation } from './operations.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const ID = '26e130ad3652443a3dc5094791e48ef9';
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search and commands' });
const field = (page: Page) => page.getByRole('combobox', { name: 'Search and commands' });
const options = (page: Page) => dialog(page).getByRole('option');
const chosen = (page: Page) => dialog(page).getByRole('option', { selected: true });
const opener = (page: Page) => page.getByRole('button', { name: 'Search and commands' });

test.beforeEach(async ({ page, emulator }) => {
  await emulator.clear();
  await emulator.put(operation({ id: ID }));
  await emulator.put(operation({ id: 'bad', status: 'FAIL' }));
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
});

/** Opens the palette and pastes a text into it. */
async function paste(page: Page, text: string): Promise<void> {
  await opener(page).click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.insertText(text);
}

test('whatever names an operation leads to it', async ({ page }) => {
  for (const text of [
    ID,
    `https://toloka.dev/api/v1/operations/${ID}`,
    `https://toloka.yandex.com/api/v1/operations/${ID}/log`,
    `curl -H "Authorization: OAuth $TOLOKA_TOKEN" 'https://toloka.dev/api/v1/operations/${ID}'`,
    `{"id": "${ID}", "type": "POOL.OPEN", "status": "SUCCESS"}`,
    new URL(`${LIST}/${ID}`, page.url()).href,
  ]) {
    await paste(page, text);
    await expect(chosen(page)).toHaveText(`Go to operation ${ID}`);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${LIST}/${ID}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(ID);
    await page.goBack();
    await expect.poll(() => idsOf(page)).toHaveLength(2);
  }
  await paste(page, `https://sandbox.toloka.dev/api/v1/operations/${ID}`);
  await expect(options(page)).toHaveText(['This leads to Sandbox, which is not set up here.']);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(LIST);
});

test('a list’s query is shown, and an unknown text is looked for in the list', async ({ page }) => {
  await paste(page, 'https://toloka.dev/api/v1/operations?status=FAIL&sort=-id&limit=20');
  await expect(options(page)).toHaveText(['Show this list']);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${LIST}?status=FAIL&sort=-id&limit=20`);
  await expect.poll(() => idsOf(page)).toEqual(['bad']);
  await paste(page, 'nobody knows');
  await expect(options(page)).toHaveText(['Find “nobody knows” in the list']);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${LIST}?status=FAIL&sort=-id&limit=20&find=nobody+knows`);
});

test('an address that one is at already is no further step in the history', async ({ page }) => {
  for (let times = 0; times < 2; times++) {
    await paste(page, '?status=FAIL');
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toBeHidden();
    await expect(page).toHaveURL(`${LIST}?status=FAIL`);
    await nextFrame(page);
  }
  await page.goBack();
  await expect(page).toHaveURL(LIST);
});

test('commands are found by their words, and filters are added to those that are set by one step', async ({
  page,
}) => {
  await page.goto(`${LIST}?type=POOL.OPEN`);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  const start = await page.evaluate(() => history.length);
  await paste(page, 'stat fail');
  await expect(chosen(page)).toHaveText('Status: Failed');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${LIST}?type=POOL.OPEN&status=FAIL`);
  expect(await page.evaluate(() => history.length)).toBe(start + 1);
  await expect(opener(page), 'the focus is where it was').toBeFocused();
  await expect.poll(() => idsOf(page)).toEqual(['bad']);

  await paste(page, '');
  await expect(chosen(page)).toHaveText(/^Refresh/);
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toHaveText(/^Pause updates/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(chosen(page), 'round at the ends').toHaveText('Turn single-key shortcuts off');
  await expect(chosen(page)).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();

  await paste(page, 'columns');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Columns', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await paste(page, 'curl');
  await page.keyboard.press('Enter');
  await expect(chosen(page)).toHaveText('Copy as curl Copied');
  await expect(dialog(page)).toBeHidden();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('type=POOL.OPEN');
});

test('the key is not lost before its code has come, and closes what it has opened', async ({ page }) => {
  await page.reload();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expect(help).toBeHidden();
});

test('under a finger a button opens it, and what is too long scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await opener(page).click();
  await dialog(page).getByRole('option', { name: 'Times in UTC' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'UTC' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('?');
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  const side = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(side, 'px that lie beyond the screen').toBeLessThanOrEqual(0);
});

test('what is typed right behind Escape is meant for the page, not for a palette that nobody sees any more', async ({
  page,
}) => {
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const escapeAnd = (key: string) =>
    beforeNextFrame(page, async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press(key);
    });

  await page.keyboard.press('Control+k');
  await field(page).fill('failed');
  await expect(options(page).first()).toBeVisible();
  await escapeAnd('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(LIST);

  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await escapeAnd('?');
  await expect(dialog(page)).toBeHidden();
  await expect(help).toBeVisible();

  await escapeAnd('Control+k');
  await expect(help).toBeHidden();
  await expect(field(page)).toBeFocused();
  await escapeAnd('j');
  await expect(dialog(page)).toBeHidden();
  const row = page.getByRole('row').nth(1).getByRole('link').first();
  await expect(row).toBeFocused();

  await page.keyboard.press('?');
  await expect(help).toBeVisible();
  const href = await row.getAttribute('href');
  await escapeAnd('Enter');
  await expect(help).toBeHidden();
  await expect(page, 'the row that has the focus again').toHaveURL(href ?? '');
});
