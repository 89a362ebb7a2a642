import { startTransition, useEffect, type ReactNode } from 'react';
// React's own: it is not told otherwise how long it may draw in one piece.
import { unstable_forceFrameRate as forceFrameRate } from 'scheduler';

/** Pieces in a second while the first page is drawn: of 40 ms each, which no browser calls a long task. */
const PIECES = 25;

/**
 * Draws the app for the first time, in pieces between which the browser does what else it has to do. React's own pieces are
 * of 5 ms: so many of them bring the first row up to a tenth later on a slow machine, and the whole in one piece blocks twice
 * as long. Where an answer comes between two pieces, React draws what it has begun once more, in one.
 */
export function drawFirst(draw: () => void): void {
  forceFrameRate(PIECES);
  startTransition(draw);
}

/** Around all that is drawn first. What comes later may come while somebody types or scrolls: React's own small pieces. */
export function FirstDrawing({ children }: { children: ReactNode }): ReactNode {
  useEffect(() => forceFrameRate(0), []);
  return children;
}
