import type { BrowserContext, CDPSession, Page } from 'playwright';
import { SHOWN_SOURCE, type Shown } from './shown.ts';
import { warpSource } from './warp.ts';

/** What a page holds after a collection. */
export type PageHeld = { readonly heap: number; readonly nodes: number; readonly listeners: number };

/** One tab under observation. */
export type Tab = {
  readonly page: Page;
  readonly held: () => Promise<PageHeld>;
  /** What it has shown since the last call. */
  readonly takeShown: () => Promise<readonly Shown[]>;
  /** Errors that must not be: uncaught ones, unhandled rejections, and whatever the app writes to the console. */
  readonly errors: readonly string[];
  /** Answers with an error status and connections that broke, as the browser notes them, by kind: provoked. */
  readonly provoked: ReadonlyMap<string, number>;
};

/** How the browser begins its note of a request that failed. */
const FAILED = 'Failed to load resource: ';

/** Opens a tab whose time runs `factor` times as fast. */
export async function openTab(context: BrowserContext, url: string, factor: number): Promise<Tab> {
  const page = await context.newPage();
  const errors: string[] = [];
  const provoked = new Map<string, number>();
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('crash', () => errors.push('the page crashed'));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = message.text();
    const kind = text.startsWith(FAILED) ? text.slice(FAILED.length) : null;
    if (kind === null) errors.push(`console: ${text}`);
    else provoked.set(kind, (provoked.get(kind) ?? 0) + 1);
  });
  await page.addInitScript(warpSource(factor));
  await page.addInitScript(SHOWN_SOURCE);
  const session = await context.newCDPSession(page);
  await page.goto(url);
  return {
    page,
    errors,
    provoked,
    held: () => heldBy(session),
    takeShown: () => page.evaluate<Shown[]>('takeShown()'),
  };
}

async function heldBy(session: CDPSession): Promise<PageHeld> {
  // Twice: what a finaliser of the first collection lets go, the second one takes.
  for (let turn = 0; turn < 2; turn++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

/** Goes to an address within the app, as its links do. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);
}

/** Opens the first operation on the list that runs, or else the first one. Tells whether there was any. */
export async function openRow(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll('table[aria-label=Operations] tbody tr')];
    const row = rows.find((each) => each.querySelector('[role=progressbar]')) ?? rows[0];
    const link = row?.querySelector<HTMLAnchorElement>('[data-column=operation] a');
    link?.click();
    return link !== null && link !== undefined;
  });
}
