import type { Page } from 'playwright/test';

/** Waits until what has just been changed is on the screen: the frame that draws it, and its end. */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Does something before the page gets its next frame: what it has asked for meanwhile comes afterwards. */
export async function beforeNextFrame(page: Page, act: () => Promise<void>): Promise<void> {
  const held = await page.evaluateHandle(() => {
    const request = window.requestAnimationFrame.bind(window);
    const cancel = window.cancelAnimationFrame.bind(window);
    const waiting = new Map<number, FrameRequestCallback>();
    let last = 0;
    window.requestAnimationFrame = (call) => {
      waiting.set(--last, call);
      return last;
    };
    window.cancelAnimationFrame = (id) => {
      if (!waiting.delete(id)) cancel(id);
    };
    return () => {
      window.requestAnimationFrame = request;
      for (const [id, call] of waiting)
        request((now) => {
          if (waiting.delete(id)) call(now);
        });
    };
  });
  await act();
  await held.evaluate((goOn) => goOn());
  await held.dispose();
}
