import { useSyncExternalStore } from 'react';
import { isSomebodyHere } from './presence.ts';

const SECOND_MS = 1000;
/** How far a clock that rests may fall behind where no answer comes, in ms. */
const RESTING_MS = 10_000;
/** So much later the ticks go on after an answer, in ms: the next answer, five seconds on, shall come before a tick. */
const BEHIND_MS = 150;
const listeners = new Set<(resting: boolean) => void>();
/** When the last tick was that no clock rested in, epoch ms. */
let shownAt = 0;
/** An interval, or the pause behind an answer. */
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(withAnswer: boolean): void {
  const now = Date.now();
  // Asked each time: it looks out for a hand from the first question on.
  const resting = !isSomebodyHere() && !withAnswer && now - shownAt < RESTING_MS;
  if (!resting) shownAt = now;
  for (const each of listeners) each(resting);
}

function start(): void {
  timer = setInterval(tick, SECOND_MS, false);
}

/**
 * Calls every second: one timer for all that tick on a page, so that they tick together and none is left running. It says
 * `resting` of a second that nobody is there to see: what may rest then has its turn with the next answer, whose frame comes
 * anyway, or after ten seconds. A frame each second is nearly all that an open list costs.
 */
export function onSecond(listener: (resting: boolean) => void): () => void {
  listeners.add(listener);
  if (timer === undefined) start();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}

/**
 * Lets all that tick do so now, where an answer has the page drawn anyway, and a second apart from then on. A frame costs more
 * than what is drawn in it, and answers come at the same moment of a second each time.
 */
export function tickNow(): void {
  if (timer === undefined) return;
  clearTimeout(timer);
  timer = setTimeout(start, BEHIND_MS);
  tick(true);
}

const subscribeToNothing = () => () => {};

/** The present second, epoch ms. */
export const thisSecond = () => Math.floor(Date.now() / SECOND_MS) * SECOND_MS;

/** The present second (epoch ms), following the clock while `ticking`. For leaves: it renders once a second. */
export function useSecond(ticking = true): number {
  return useSyncExternalStore(ticking ? onSecond : subscribeToNothing, thisSecond);
}
