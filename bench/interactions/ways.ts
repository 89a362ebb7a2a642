import type { Page } from 'playwright';
import type { Stage } from '../stage.ts';
import { PRESS_MS } from './controls.ts';

/** From a row to its operation's page and back. Times in ms, from the event to the frame that shows it. */
export type Way = {
  readonly toDetail: number;
  readonly back: number;
  /** Requests for a list that Back made. */
  readonly requests: number;
  /** Rows in the first frame after Back. */
  readonly rows: number;
};

const ROW = 'tbody tr td a';
/** Between coming to a row and pressing it, in ms. */
const HOVER_MS = 250;

/**
 * Waits for what is wanted after an event, and tells when the frame with it was painted, from the moment of the event. What
 * comes is seen when it comes, not at the frame after: a row may be painted a frame behind the press that it answers.
 */
const TIMED = `(() => {
  window.timed = (event, wanted) => {
    window.taken = new Promise((resolve) => {
      addEventListener(event, ({ timeStamp }) => {
        const look = () => {
          if (!document.querySelector(wanted)) return;
          watcher.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
        };
        const watcher = new MutationObserver(look);
        watcher.observe(document, { childList: true, subtree: true });
        // The browser's Back may have drawn it before this hears of it.
        look();
      }, { once: true, capture: true });
    });
  };
})()`;

type Known = {
  readonly timed: (event: string, wanted: string) => void;
  readonly taken: Promise<number>;
};

/**
 * Goes from a list's row to its page, and back. `detail` selects what the page's first frame has and the list has not: not all
 * of a page comes in it.
 */
export async function measureWay(page: Page, stage: Stage, detail: string): Promise<Way> {
  await page.evaluate(TIMED);
  const row = page.locator(ROW).nth(8);
  // Set up before the event and read after it: what is evaluated does not keep its order with what is clicked.
  const begin = (event: string, wanted: string) =>
    page.evaluate(([name, selector]) => (window as unknown as Known).timed(name, selector), [
      event,
      wanted,
    ] as const);
  const end = () => page.evaluate(() => (window as unknown as Known).taken);
  const box = await row.boundingBox();
  if (!box) throw new Error('the list has no row to follow');
  // A hand comes to a row before it presses, and the row has lit up by then.
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), HOVER_MS);
  await begin('click', detail);
  await page.mouse.click(box.x + 20, box.y + box.height / 2, { delay: PRESS_MS });
  const toDetail = await end();
  stage.takeRequests();
  await begin('popstate', ROW);
  await page.evaluate(() => history.back());
  const back = await end();
  const rows = await page.locator(ROW).count();
  return { toDetail, back, requests: stage.takeRequests(), rows };
}
