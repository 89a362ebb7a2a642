import type { Page } from 'playwright';
import type { Stage } from '../stage.ts';

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
const DETAIL = '[role="status"][aria-label="Operation status"]';

/** Waits for what is wanted after an event, and tells when a frame with it was done, from the moment of the event. */
const TIMED = `(() => {
  window.timed = (event, wanted) => {
    window.taken = new Promise((resolve) => {
      addEventListener(event, ({ timeStamp }) => {
        const look = () => document.querySelector(wanted)
          ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
          : requestAnimationFrame(look);
        setTimeout(look);
      }, { once: true, capture: true });
    });
  };
})()`;

type Known = {
  readonly timed: (event: string, wanted: string) => void;
  readonly taken: Promise<number>;
};

/** Goes from a list's row to its page, and back. */
export async function measureWay(page: Page, stage: Stage): Promise<Way> {
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
  await begin('click', DETAIL);
  await page.mouse.click(box.x + 20, box.y + box.height / 2);
  const toDetail = await end();
  stage.takeRequests();
  await begin('popstate', ROW);
  await page.evaluate(() => history.back());
  const back = await end();
  const rows = await page.locator(ROW).count();
  return { toDetail, back, requests: stage.takeRequests(), rows };
}
