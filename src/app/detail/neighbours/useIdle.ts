import { useEffect, useState } from 'react';

/** The longest wait for a free moment, in ms; also the wait where the browser does not tell of any. */
const LATEST_MS = 2000;

/** Whether the page has had a free moment since this was put on screen: what is only likely to be of use waits for it. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const ready = () => setIdle(true);
    if (typeof requestIdleCallback === 'function') {
      const handle = requestIdleCallback(ready, { timeout: LATEST_MS });
      return () => cancelIdleCallback(handle);
    }
    const timer = setTimeout(ready, LATEST_MS);
    return () => clearTimeout(timer);
  }, []);
  return idle;
}
