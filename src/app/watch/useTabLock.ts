import { useEffect, useState } from 'react';

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

/** Whether any tab of this app holds a lock. */
export async function isLockHeld(name: string): Promise<boolean> {
  if (!hasLocks()) return false;
  const { held } = await navigator.locks.query();
  return held?.some((lock) => lock.name === name) ?? false;
}

function hasLocks(): boolean {
  return 'locks' in navigator;
}
