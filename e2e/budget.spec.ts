import { readFileSync } from 'node:fs';
import { constants, gzipSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import { expect, LIST, test } from './fixtures.ts';
import { operation } from './operations.ts';

/** What a page may load before it shows what one came for: 3 % more than it did when the budget was set. */
type Budget = { readonly scriptBytes: number; readonly styleBytes: number; readonly requests: number };
type Loaded = Budget & {
  /** Scripts and styles that the page itself had not named: they were asked for one after the other. */
  readonly unnamed: readonly string[];
};

const BUDGET = JSON.parse(readFileSync('bench/budget.json', 'utf8')) as Readonly<
  Record<'list' | 'detail', Budget>
>;

/** Loads a page and tells what it had asked for when the first thing of its kind came up. */
async function loadedUntil(page: Page, address: string, sight: 'row' | 'heading'): Promise<Loaded> {
  await page.addInitScript((wanted) => {
    const isOperation = ({ pathname }: { pathname?: string }) => /\/operations\/[^/]+$/.test(pathname ?? '');
    new MutationObserver((_, observer) => {
      const come =
        wanted === 'row'
          ? [...document.links].some(isOperation)
          : document.getElementsByTagName('h2').length > 0;
      if (!come) return;
      performance.mark('in-sight');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  }, sight);
  const html = (await (await page.goto(address))?.text()) ?? '';
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName('in-sight').length)).toBe(1);
  const paths = await page.evaluate(() => {
    const seenAt = performance.getEntriesByName('in-sight')[0]?.startTime ?? 0;
    const asked = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= seenAt);
    // The browser asks for the icon when it likes.
    const names = new Set(asked.map(({ name }) => new URL(name).pathname));
    return [...names].filter((path) => !path.startsWith('/favicon'));
  });
  const bytesOf = (ending: string) =>
    paths.filter((path) => path.endsWith(ending)).reduce((sum, path) => sum + compressedBytes(path), 0);
  return {
    scriptBytes: bytesOf('.js'),
    styleBytes: bytesOf('.css'),
    requests: paths.length + 1,
    unnamed: paths.filter((path) => /\.(?:js|css)$/.test(path) && !html.includes(path)),
  };
}

function compressedBytes(path: string): number {
  return gzipSync(readFileSync(`dist/client${path}`), { level: constants.Z_BEST_COMPRESSION }).length;
}

function expectWithin(loaded: Loaded, budget: Budget): void {
  expect(loaded.unnamed, 'the server names in the head what a page needs: `src/server/pageFiles.ts`').toEqual(
    [],
  );
  const hint = '“npm run bench -- bytes” lists what is loaded, by package';
  expect(loaded.scriptBytes, hint).toBeLessThanOrEqual(budget.scriptBytes);
  expect(loaded.styleBytes, hint).toBeLessThanOrEqual(budget.styleBytes);
  expect(loaded.requests).toBe(budget.requests);
}

test('a list shows its first row within the budget of bytes and requests', async ({ page }) => {
  expectWithin(await loadedUntil(page, LIST, 'row'), BUDGET.list);
});

test('an operation shows its facts within the budget of bytes and requests', async ({ page, emulator }) => {
  await emulator.put(operation({ id: 'budgeted' }));
  expectWithin(await loadedUntil(page, `${LIST}/budgeted`, 'heading'), BUDGET.detail);
});
