import type { Page } from 'playwright/test';

/** Waits until what has just been changed is on the screen: the frame that draws it, and its end. */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
