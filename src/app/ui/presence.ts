/** Who has not moved, pressed or turned anything for so long (ms) is taken to look at the page from afar, if at all. */
export const AWAY_MS = 60_000;

/** What shows that somebody is at the page. A tab that is shown again counts, too. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focus', 'visibilitychange'] as const;

let lastSign: number | undefined;

function note(): void {
  // A tab that is hidden says so by the same event as one that is shown.
  if (document.visibilityState === 'visible') lastSign = Date.now();
}

/**
 * Whether somebody is at the page: a hand has moved on it within the last minute. What moves only to please the eye may
 * rest otherwise: a page that is left open all day shall cost next to nothing. Begins to listen with the first question.
 */
export function isSomebodyHere(): boolean {
  if (lastSign === undefined) {
    lastSign = Date.now();
    // For as long as the page lives: whoever asks does so again and again.
    for (const sign of SIGNS) addEventListener(sign, note, { capture: true, passive: true });
  }
  return Date.now() - lastSign < AWAY_MS;
}
