import { expect, type BrowserContext, type Page, type Request } from 'playwright/test';
import { SLOW } from './slow.ts';

/** Counts, from now on, how many requests of the page, or of all pages, have no answer yet. */
export function requestsUnderWay(page: Page | BrowserContext): () => number {
  const underWay = new Set<Request>();
  const pages: Pick<Page, 'on'> = page as Page;
  pages.on('request', (request) => underWay.add(request));
  pages.on('requestfinished', (request) => underWay.delete(request));
  pages.on('requestfailed', (request) => underWay.delete(request));
  return () => underWay.size;
}

/** By then an answer has come, unless it is none that ends. In ms. */
const ANSWERED_MS = 1500 * SLOW;

/**
 * Lets the clock of a context's pages wait for what is under way before it is moved: the pages' patience runs by that clock,
 * and a quick minute of it is over before any server has answered. What is meant to hang is not waited for.
 */
export function moveClockBehindAnswers(context: BrowserContext, underWay: () => number): void {
  const { clock } = context;
  for (const move of ['fastForward', 'runFor'] as const) {
    const moved = clock[move].bind(clock);
    clock[move] = async (ticks) => {
      await expect
        .poll(underWay, { timeout: ANSWERED_MS })
        .toBe(0)
        .catch(() => {});
      await Promise.all(context.pages().map(takeIn));
      await moved(ticks);
    };
  }
}

/**
 * Lets a page take in what has come, by a few turns of its own: that an answer has ended is known here before its script has
 * read it, and the timer which that begins would be begun behind the jump of the clock.
 */
async function takeIn(page: Page): Promise<void> {
  const turns = page.evaluate(async () => {
    for (let turn = 0; turn < 3; turn++) {
      await new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', done);
        port1.start();
        port2.postMessage(null);
      });
    }
  });
  // One that is left or closed meanwhile takes nothing in any more.
  await turns.catch(() => {});
}
