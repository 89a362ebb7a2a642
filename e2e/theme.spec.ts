import type { Page } from 'playwright/test';
import { expect, LIST, settled, table, test } from './fixtures.ts';

/** Opens the preferences, from wherever the page is. */
async function openPreferences(page: Page, name = 'Preferences') {
  await page.getByRole('button', { name }).click();
  const panel = page.getByRole('dialog', { name });
  await expect(panel.getByRole('switch')).toBeVisible();
  return panel;
}

/** Whether the page is dark as it is painted. */
const isDark = (page: Page) =>
  page.evaluate(() => {
    const [red = 255] = getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    return red < 128;
  });

const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang);

/** Notes how the very first frame of every page is lit. */
async function watchFirstPaint(page: Page): Promise<() => Promise<string | undefined>> {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      const { dataset } = document.documentElement;
      Object.assign(window, { litAtFirst: dataset['theme'] ?? 'system' });
    }).observe(document, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => (window as { litAtFirst?: string }).litAtFirst);
}

test('the theme is the system’s until one is chosen, then that one from the first paint on, in every tab', async ({
  page,
  context,
}) => {
  const litAtFirst = await watchFirstPaint(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(LIST);
  await settled(page);
  await expect.poll(() => isDark(page)).toBe(false);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => isDark(page)).toBe(true);

  const other = await context.newPage();
  await other.emulateMedia({ colorScheme: 'dark' });
  await other.goto(LIST);
  await expect(other.getByRole('button', { name: 'Preferences' })).toBeVisible();

  const panel = await openPreferences(page);
  await expect(panel.getByRole('radio', { name: 'System' })).toBeChecked();
  await panel.getByText('Light', { exact: true }).click();
  await expect.poll(() => isDark(page)).toBe(false);
  await expect.poll(() => isDark(other), 'the other tab follows').toBe(false);
  await page.keyboard.press('ArrowRight');
  await expect(panel.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect.poll(() => isDark(page)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Preferences' })).toBeFocused();

  await page.emulateMedia({ colorScheme: 'light' });
  await page.reload();
  expect(await litAtFirst(), 'before anything is painted').toBe('dark');
  await expect.poll(() => isDark(page)).toBe(true);
  const frame = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')]
      .filter(({ media }) => matchMedia(media).matches)
      .map(({ content }) => content),
  );
  expect(frame, 'the browser’s own frame').toEqual(['#17181b']);
});

test('a language is chosen for the next load and kept; arrow keys may pass over it', async ({ page }) => {
  await page.goto(LIST);
  await settled(page);
  let loads = 0;
  page.on('load', () => loads++);
  const panel = await openPreferences(page);
  await expect(panel.getByRole('radio', { name: 'Automatic' })).toBeChecked();
  await panel.getByRole('radio', { name: 'Automatic' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const russian = await openPreferences(page, 'Настройки');
  expect(loads, 'English was only passed over').toBe(1);
  await expect(russian.getByRole('radio', { name: 'Русский' })).toBeChecked();
  await expect.poll(() => languageOf(page)).toBe('ru');
  await russian.getByText('Авто', { exact: true }).click();
  await expect(page.getByRole('button', { name: 'Preferences' })).toBeVisible();
  await expect.poll(() => languageOf(page)).toBe('en');
});

test('where the browser keeps nothing, choices still hold, and the panel says what they are worth', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(LIST);
  await settled(page);
  const panel = await openPreferences(page);
  await expect(panel.getByText('This browser keeps nothing for this page')).toBeVisible();
  await panel.getByText('Dark', { exact: true }).click();
  await expect.poll(() => isDark(page)).toBe(true);
  await panel.getByText('Русский', { exact: true }).click();
  await expect(panel.getByRole('radio', { name: 'Русский' })).toBeChecked();
  expect(await languageOf(page), 'it could not be kept over a load').toBe('en');
});

test('in the reader’s own colours the environment, what is set, what is picked and how far it is can be seen', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${LIST}?status=RUNNING`);
  await settled(page);
  const row = table(page).getByRole('row').nth(1);
  await row.getByRole('checkbox').click();
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect(row).toHaveCSS('outline-style', 'solid');
  const local = page.getByRole('group', { name: 'Time zone' }).getByRole('button', { name: 'Local' });
  await expect(local).not.toHaveCSS('background-color', ground);
  const bar = row.getByRole('progressbar');
  await expect(bar).toHaveCSS('border-top-style', 'solid');
});
