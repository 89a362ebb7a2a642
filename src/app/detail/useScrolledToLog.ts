import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Brings the log into sight when the link says `?tab=log`: at once, and again when the log is there (`settled`), since
 * only then is the page long enough. Not if the reader has moved meanwhile.
 */
export function useScrolledToLog(settled: boolean) {
  const region = useRef<HTMLElement>(null);
  const place = useRef<number | null>(null);
  const done = useRef(false);
  const wanted = useSearchParams()[0].get('tab') === 'log';
  useEffect(() => {
    if (!wanted || done.current) return;
    if (place.current === null || place.current === window.scrollY) {
      region.current?.scrollIntoView({ block: 'start' });
      place.current = window.scrollY;
    }
    done.current = settled;
  }, [wanted, settled]);
  return region;
}
