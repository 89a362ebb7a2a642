import type { Page } from 'playwright';

/**
 * Takes down how long each interaction took, as browsers do for "Interaction to Next Paint": from the event to the frame
 * that shows what came of it, in steps of 8 ms. Browsers tell nothing of what took less than 16 ms.
 */
export const EVENT_TIMING = `(() => {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId > 0) longest = Math.max(longest, duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  window.interactions = { take: () => { const taken = longest; longest = 0; return taken; } };
})()`;

/** Below this browsers do not say how long it took, in ms. */
export const LEAST_MS = 16;

type Known = { readonly interactions: { readonly take: () => number } };

/** The longest interaction since the last call, in ms; `LEAST_MS` for whatever took less. */
export async function takeLongest(page: Page): Promise<number> {
  const longest = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        // Two frames and a moment, until the browser has told of the last one.
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            setTimeout(() => resolve((window as unknown as Known).interactions.take()), 120),
          ),
        );
      }),
  );
  return Math.max(LEAST_MS, longest);
}
