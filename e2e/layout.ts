import type { Page } from 'playwright/test';
import { nextFrame } from './frames.ts';

/** How far the page can be scrolled sideways, in px. */
export async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}

/** What is wrong with how the page fits its window: scrolling sideways, and open layers that stick out of it. */
export async function misfits(page: Page): Promise<string[]> {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('dialog[open], :popover-open')].flatMap((layer) => {
      const { left, top, right, bottom, width } = layer.getBoundingClientRect();
      const out = Math.max(-left, -top, right - innerWidth, bottom - innerHeight);
      const name = layer.getAttribute('aria-label') ?? layer.textContent?.slice(0, 40);
      return width > 0 && out > 1 ? [`“${name}” sticks ${Math.round(out)} px out of the window`] : [];
    }),
  );
  const beyond = await sideways(page);
  return beyond === 0 ? found : [...found, `the page scrolls ${beyond} px sideways`];
}

/** What moves on the page for longer than ten ms, though its reader has asked for no motion. */
export async function motions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LONGEST_MS = 10;
    const inMs = (durations: string) =>
      Math.max(...durations.split(',').map((text) => parseFloat(text) * (text.endsWith('ms') ? 1 : 1000)));
    const moving = [...document.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after', '::backdrop'].flatMap((part) => {
        const style = getComputedStyle(element, part);
        const animated = style.animationName !== 'none' && inMs(style.animationDuration) > LONGEST_MS;
        const passes = style.transitionProperty !== 'none' && inMs(style.transitionDuration) > LONGEST_MS;
        return animated || passes ? [`${element.tagName}.${element.className}${part ?? ''}`] : [];
      }),
    );
    return [...new Set(moving)];
  });
}

/** Sums up all layout shifts of a page from its first moment on, those after a click included. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const sum = { shifts: 0 };
    Object.assign(window, { sum });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    // A shift is reported with the frame after it.
    await nextFrame(page);
    return page.evaluate(() => (window as unknown as { sum: { shifts: number } }).sum.shifts);
  };
}
