import type { Page } from 'playwright';

/** What a page's frames were like while it was scrolled. Times in ms. */
export type Scrolled = {
  readonly frames: number;
  /** Frames that came later than 60 a second allow. */
  readonly late: number;
  readonly worst: number;
};

const LATE_MS = 17.5;
/** How far, and how fast: a thumb's flick, again and again. In px, and px a second. */
const DISTANCE = 8000;
const SPEED = 4000;

/** Scrolls a page down by the browser's own gesture, and looks at its frames meanwhile. */
export async function scroll(page: Page): Promise<Scrolled> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    const times: number[] = [];
    const each = (at: number) => {
      times.push(at);
      requestAnimationFrame(each);
    };
    requestAnimationFrame(each);
    Object.assign(window, { frameTimes: times });
  });
  await session.send('Input.synthesizeScrollGesture', {
    x: 700,
    y: 450,
    yDistance: -DISTANCE,
    speed: SPEED,
    gestureSourceType: 'mouse',
  });
  const times = await page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes);
  const waits = times.slice(1).map((at, index) => at - (times[index] ?? at));
  return {
    frames: waits.length,
    late: waits.filter((ms) => ms > LATE_MS).length,
    worst: Math.max(0, ...waits),
  };
}
