import type { Page } from 'playwright/test';
import { FAILED, LOG } from './detail.ts';
import type { EmulatorControl } from './emulator.ts';
import { expect, idsOf, LIST, test, turn } from './fixtures.ts';
import { rowOf } from './liveRows.ts';
import { operation } from './operations.ts';

async function openFifty(page: Page, emulator: EmulatorControl): Promise<void> {
  await emulator.clear();
  for (let number = 10; number < 60; number++) {
    await emulator.put(operation({ id: `op-${number}`, submitted: `2026-03-20T10:00:${number}` }));
  }
  await page.goto(LIST);
  await expect.poll(async () => (await idsOf(page)).length).toBe(50);
}

test('Back shows the rows where they were, without a request', async ({ page, emulator }) => {
  await openFifty(page, emulator);
  await page.evaluate(() => window.scrollTo(0, 600));
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(600);
  await rowOf(page, 'op-35').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await emulator.forgetRequests();

  await page.goBack();
  // In the very task in which the address changes back, so that no frame shows anything else.
  await expect.poll(async () => (await idsOf(page)).length).toBe(50);
  expect(await page.evaluate(() => window.scrollY)).toBe(600);
  await expect(rowOf(page, 'op-35').getByRole('link')).toBeFocused();
  expect((await emulator.requests()).filter(({ path }) => path.includes('limit=50'))).toEqual([]);
});

test('Back gives the focus to a row that is not in sight as well', async ({ page, emulator }) => {
  await openFifty(page, emulator);
  await rowOf(page, 'op-12')
    .getByRole('link')
    .evaluate((link: HTMLElement) => link.click());
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(rowOf(page, 'op-12').getByRole('link')).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expect.poll(async () => (await idsOf(page)).length).toBe(50);
});

test('a row leads to its page with nothing missing, and a step to the next one keeps the page full', async ({
  page,
  emulator,
}) => {
  await openFifty(page, emulator);
  await rowOf(page, 'op-35').getByRole('link').click();
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Parameters' })).toBeVisible();
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('op-34');
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
});

test('a row’s page is there in the very press, and the list is out of sight with it', async ({
  page,
  emulator,
}) => {
  await openFifty(page, emulator);
  // The code of the page comes with the first of them.
  await rowOf(page, 'op-36').getByRole('link').click();
  await expect(page.getByRole('region', { name: 'Parameters' })).toBeVisible();
  await page.goBack();
  const row = rowOf(page, 'op-35').getByRole('link');
  const link = await row.evaluateHandle((element: HTMLElement) => element);
  const pressed = await link.evaluate((element) => {
    element.click();
    return { shown: document.body.innerText, listed: element.checkVisibility() };
  });
  expect(pressed.shown).toContain('Opening a pool op-35');
  expect(pressed.listed).toBe(false);
  // It is taken apart behind the page, which stays where it is meanwhile.
  await expect.poll(() => link.evaluate((element) => element.isConnected)).toBe(false);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Parameters' })).toBeVisible();
});

test('who has moved on before a row’s page takes the focus keeps it', async ({ page, emulator }) => {
  await openFifty(page, emulator);
  const row = rowOf(page, 'op-35').getByRole('link');
  await row.hover();
  const preferences = await page.getByRole('button', { name: 'Preferences' }).elementHandle();
  await row.evaluate((element: HTMLElement, other) => {
    element.click();
    other?.focus();
  }, preferences);
  await expect(page.getByRole('region', { name: 'Parameters' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Preferences' })).toBeFocused();
});

test('who goes back at once, before the page’s code has come, finds the list as it was', async ({
  page,
  emulator,
}) => {
  // Then no code is fetched before it is asked for.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await openFifty(page, emulator);
  await page.evaluate(() => window.scrollTo(0, 600));
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(600);
  const shown = await rowOf(page, 'op-35')
    .getByRole('link')
    .evaluate((link: HTMLElement) => {
      link.click();
      const text = document.body.textContent ?? '';
      history.back();
      return text;
    });
  expect(shown).toContain('Loading the page…');
  await expect(rowOf(page, 'op-35').getByRole('link')).toBeFocused();
  await expect(page).toHaveURL(LIST);
  expect(await page.evaluate(() => window.scrollY)).toBe(600);
  await expect.poll(async () => (await idsOf(page)).length).toBe(50);
  await rowOf(page, 'op-36').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Opening a pool op-36');
  await page.goBack();
  await expect(rowOf(page, 'op-36').getByRole('link')).toBeFocused();
  // Now that it is there: before the list has been taken apart.
  await rowOf(page, 'op-35')
    .getByRole('link')
    .evaluate((link: HTMLElement) => {
      link.click();
      history.back();
    });
  await expect(rowOf(page, 'op-35').getByRole('link')).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(600);
});

test('only a row leads to its page within the press: a link of the page itself says that it is followed', async ({
  page,
  emulator,
}) => {
  await emulator.clear();
  await emulator.put({ id: 'batch', ...FAILED }, { log: LOG });
  await page.goto(LIST);
  await rowOf(page, 'batch').getByRole('link').click();
  const cause = page.getByRole('region', { name: 'Why it failed' }).getByRole('link').first();
  const pressed = await cause.evaluate((link: HTMLElement) => {
    link.click();
    return { followed: link.hasAttribute('data-followed'), search: location.search };
  });
  expect(pressed).toEqual({ followed: true, search: '' });
  await expect(cause).toHaveAttribute('aria-current', 'true');
});

test('a link is followed though its page notes something in the address meanwhile', async ({
  page,
  emulator,
}) => {
  await openFifty(page, emulator);
  await page.goto(`${LIST}/op-35`);
  await page.getByRole('link', { name: 'Back to operations' }).evaluate((link: HTMLElement) => {
    link.click();
    // As the fields of the log do while somebody types.
    history.replaceState(history.state, '', `${location.pathname}?outcome=failed`);
  });
  await expect(page).toHaveURL(LIST);
  await expect.poll(async () => (await idsOf(page)).length).toBe(50);
});

test('each page is told to those who do not see it, also where the words are the same', async ({
  page,
  emulator,
}) => {
  await openFifty(page, emulator);
  await page.goto(`${LIST}?limit=20`);
  const told = page.getByText('20 operations shown, more follow');
  await expect(told).toHaveCount(1);
  const before = await told.elementHandle();
  await turn(page, 'Next page');
  await expect.poll(() => before?.evaluate((element) => element.isConnected)).toBe(false);
  await expect(told).toHaveCount(1);
});
