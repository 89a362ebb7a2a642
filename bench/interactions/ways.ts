import type { Page } from 'playwright';
import type { Stage } from '../stage.ts';
import { PRESS_MS } from './controls.ts';

/** From a row to its operation's page and back. Times in ms, from the event to the frame that shows it. */
export type Way = {
  readonly toDetail: number;
  /** Frames until then: 1 is the very next. */
  readonly frames: number;
  readonly back: number;
  /** Requests for a list that Back made. */
  readonly requests: number;
  /** Rows in the first frame after Back. */
  readonly rows: number;
};

const ROW = 'tbody tr td a';
/** Between coming to a row and pressing it, in ms. */
const HOVER_MS = 250;

/** Between coming to a page and going back, in ms: what a page still does for its arrival is no part of the way back. */
const REST_MS = 300;

/**
 * Waits for what is wanted after an event, and tells when the first frame that has it was handed to be painted, from the moment
 * of the event, and which frame behind it that was. It looks in each frame before the page has its turn in it, and a message,
 * which waits for no timer, tells that the frame is over.
 */
const TIMED = `(() => {
  const channel = new MessageChannel();
  let job = null;
  channel.port1.onmessage = ({ data: there }) => {
    if (!job || job.begun === null) return;
    job.frames += 1;
    if (!there) return;
    job.tell({ ms: performance.now() - job.begun, frames: job.frames });
    job = null;
  };
  const look = () => {
    requestAnimationFrame(look);
    if (job && job.begun !== null) channel.port2.postMessage(document.querySelector(job.wanted) !== null);
  };
  requestAnimationFrame(look);
  window.timed = (event, wanted) => {
    window.taken = new Promise((tell) => {
      job = { begun: null, frames: 0, wanted, tell };
      addEventListener(event, ({ timeStamp }) => { if (job) job.begun = timeStamp; }, { once: true, capture: true });
    });
  };
})()`;

type Known = {
  readonly timed: (event: string, wanted: string) => void;
  readonly taken: Promise<{ readonly ms: number; readonly frames: number }>;
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
  await rest(page, HOVER_MS);
  await begin('click', detail);
  await page.mouse.click(box.x + 20, box.y + box.height / 2, { delay: PRESS_MS });
  const { ms: toDetail, frames } = await end();
  await rest(page, REST_MS);
  stage.takeRequests();
  await begin('popstate', ROW);
  await page.evaluate(() => history.back());
  const { ms: back } = await end();
  const rows = await page.locator(ROW).count();
  return { toDetail, frames, back, requests: stage.takeRequests(), rows };
}

function rest(page: Page, ms: number): Promise<unknown> {
  return page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), ms);
}
