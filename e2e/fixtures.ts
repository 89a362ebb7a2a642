import { writeFileSync } from 'node:fs';
import { test as base, expect, type APIRequestContext, type Page } from 'playwright/test';
import { emulatorControl, type EmulatorControl } from './emulator.ts';
import { APP_PORT, TOKEN, TOKEN_FILE } from './ports.mjs';
import { SLOW } from './slow.ts';
import { moveClockBehindAnswers, requestsUnderWay } from './underWay.ts';

type Fixtures = {
  /** The emulator behind `production`, as it started. */
  emulator: EmulatorControl;
  /** Moves the clock of the pages only when their requests are answered. */
  patientClock: void;
  /** Fails a test in whose pages a script threw or was kept from running. */
  healthyPages: void;
};

/** Playwright's `test` with the emulator reset before each test, and pages that must not throw. */
export const test = base.extend<Fixtures>({
  emulator: [
    async ({ request }, use) => {
      const control = emulatorControl();
      await control.reset();
      await renewToken(request);
      await control.forgetRequests();
      await use(control);
    },
    { auto: true },
  ],
  patientClock: [
    async ({ context }, use) => {
      moveClockBehindAnswers(context, requestsUnderWay(context));
      await use();
    },
    { auto: true },
  ],
  healthyPages: [
    async ({ context }, use) => {
      const troubles: string[] = [];
      context.on('weberror', (error) => troubles.push(String(error.error())));
      context.on('console', (message) => {
        if (/Content Security Policy|Warning: |unique "key"/.test(message.text()))
          troubles.push(message.text());
      });
      await use();
      expect(troubles, 'errors in the pages of this test').toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page }, run) => {
    if (SLOW > 1) {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW });
    }
    await run(page);
  },
});

export { expect };

/**
 * Gives the server another token, as an operator would. What it has learned with the one before (answers that it keeps,
 * a 429 that it waits out) counts no longer, so no spec sees what another has left.
 */
export async function renewToken(http: APIRequestContext): Promise<void> {
  writeFileSync(TOKEN_FILE, `${TOKEN}.${Date.now()}`);
  const url = `http://127.0.0.1:${APP_PORT}${LIST.replace('/operations', '/api/v1/operations')}?limit=1`;
  const answer = await http.get(url, { headers: { 'cache-control': 'no-cache' } });
  expect(answer.status()).toBe(200);
}

/** The environment that the specs look at, as URLs name it. */
export const LIST = '/production/operations';

/** The table of operations. */
export function table(page: Page) {
  return page.getByRole('table', { name: 'Operations' });
}

/** A control of the filter bar, by its name. */
export function filterControl(page: Page, name: string) {
  return page.getByRole('group', { name: 'Filters' }).getByLabel(name, { exact: true });
}

/** The link or button to the next or previous page. */
export function pager(page: Page, name: 'Next page' | 'Previous page') {
  return page.getByRole('link', { name }).or(page.getByRole('button', { name }));
}

/** Waits until the table shows the rows of the URL, and not those of the page before or placeholders. */
export async function settled(page: Page): Promise<void> {
  await expect(table(page)).toHaveAttribute('aria-busy', 'false');
}

/** The rows on screen, each as an object by its column's header: `{ Status: 'Failed', Operation: '…', … }`. */
export async function rowsOf(page: Page): Promise<Record<string, string>[]> {
  await settled(page);
  return table(page).evaluate((element) => {
    const text = (node: Element) =>
      (node instanceof HTMLElement ? node.innerText : '').replaceAll(/\s+/g, ' ').trim();
    const rows = [...element.querySelectorAll('tr')].map((row) => [...row.cells].map(text));
    const [headers = [], ...body] = rows;
    return body.map((cells) => Object.fromEntries(cells.map((cell, index) => [headers[index] ?? '', cell])));
  });
}

/** The full IDs of the operations on screen, in order, as their links name them. */
export async function idsOf(page: Page): Promise<string[]> {
  await settled(page);
  return table(page).evaluate((element) =>
    [...element.querySelectorAll('tbody a')].map((link) => {
      const path = new URL(link.getAttribute('href') ?? '', location.href).pathname;
      return decodeURIComponent(path.split('/').at(-1) ?? '');
    }),
  );
}

/** Goes to the neighbouring page and waits for its rows. */
export async function turn(page: Page, name: 'Next page' | 'Previous page'): Promise<string[]> {
  const [before, rows] = [page.url(), await idsOf(page)];
  await pager(page, name).click();
  await expect(page).not.toHaveURL(before);
  // The address changes first: for a moment the table still is the one before.
  await expect.poll(() => idsOf(page)).not.toEqual(rows);
  return idsOf(page);
}

/** Whether there is a neighbouring page. */
export async function leadsOn(page: Page, name: 'Next page' | 'Previous page'): Promise<boolean> {
  await settled(page);
  return pager(page, name).isEnabled();
}
