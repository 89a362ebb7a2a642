import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * Brings the log into sight when the page is come to with `?tab=log`: at once, and again when what stands above it has
 * got its height (`settled`). Not if the reader has moved meanwhile, and not when the link changes later.
 */
export function useScrolledToLog(region: RefObject<HTMLElement | null>, settled: boolean): void {
  // The log's box comes anew when the operation ends: then too it only follows one who is still at the page's top.
  const place = useRef(0);
  const done = useRef(false);
  const wanted = new URLSearchParams(useLocation().search).get('tab') === 'log';
  useEffect(() => {
    if (done.current) return;
    if (wanted && place.current === window.scrollY) {
      region.current?.scrollIntoView({ block: 'start' });
      place.current = window.scrollY;
    }
    done.current = settled || !wanted;
  }, [region, wanted, settled]);
}
