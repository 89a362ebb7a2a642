import { useSyncExternalStore } from 'react';

const SECOND_MS = 1000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all that tick on a page, so that they tick together and none is left running. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, SECOND_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const subscribeToNothing = () => () => {};
const thisSecond = () => Math.floor(Date.now() / SECOND_MS) * SECOND_MS;

/** The present second (epoch ms), following the clock while `ticking`. For leaves: it renders once a second. */
export function useSecond(ticking = true): number {
  return useSyncExternalStore(ticking ? subscribe : subscribeToNothing, thisSecond);
}
