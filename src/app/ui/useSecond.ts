import { useSyncExternalStore } from 'react';

const SECOND_MS = 1000;
/** So much later the ticks go on after an answer, in ms: the next answer, five seconds on, shall come before a tick. */
const BEHIND_MS = 150;
const listeners = new Set<() => void>();
/** An interval, or the pause behind an answer. */
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  for (const each of listeners) each();
}

function start(): void {
  timer = setInterval(tick, SECOND_MS);
}

/** Calls every second: one timer for all that tick on a page, so that they tick together and none is left running. */
export function onSecond(listener: () => void): () => void {
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
  tick();
}

const subscribeToNothing = () => () => {};

/** The present second, epoch ms. */
export const thisSecond = () => Math.floor(Date.now() / SECOND_MS) * SECOND_MS;

/** The present second (epoch ms), following the clock while `ticking`. For leaves: it renders once a second. */
export function useSecond(ticking = true): number {
  return useSyncExternalStore(ticking ? onSecond : subscribeToNothing, thisSecond);
}
