import { useEffect, useState } from 'react';

/** Between two looks at whether a lock is free, in ms; the browser makes it a second in a tab that is hidden. */
const LOOK_AGAIN_MS = 250;

/**
 * Holds a lock among this app's tabs for as long as it is `wanted`, and tells whether it is held: `exclusive` by one tab at
 * a time, `shared` by any number. Where the browser has no locks (a page that came by plain http), every tab believes
 * to hold it.
 */
export function useTabLock(name: string, mode: LockMode, wanted: boolean): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!wanted || !hasLocks()) return undefined;
    const gone = new AbortController();
    const hold = async () => {
      setHeld(true);
      await new Promise((release) => gone.signal.addEventListener('abort', release));
    };
    const ask = async () => {
      try {
        await navigator.locks.request(name, { mode, signal: gone.signal }, hold);
      } catch (error) {
        // Given up while it waited for its turn, as it was told to.
        if (!gone.signal.aborted) throw error;
      }
    };
    void ask();
    return () => {
      gone.abort();
      setHeld(false);
    };
  }, [name, mode, wanted]);
  return held || (wanted && !hasLocks());
}

/**
 * Whether no tab of this app holds a lock, or none does any more within `ms`: a tab that goes out of sight lets go of it a
 * moment later.
 */
export async function isLockFree(name: string, ms: number): Promise<boolean> {
  if (!hasLocks()) return true;
  const end = performance.now() + ms;
  for (;;) {
    // Looked at, and not asked for: who wants the lock meanwhile, or asks as well, would have to wait for this one.
    const { held = [] } = await navigator.locks.query();
    const isFree = !held.some((lock) => lock.name === name);
    if (isFree || performance.now() >= end) return isFree;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

function hasLocks(): boolean {
  return 'locks' in navigator;
}
