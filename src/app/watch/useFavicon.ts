import { useEffect } from 'react';
import { faviconHref } from './favicon.ts';
import type { Signal } from './signals.ts';

/** Shows a signal as the tab's icon; the page's own icon while there is none. */
export function useFavicon(signal: Signal | null): void {
  const href = signal && faviconHref(signal);
  useEffect(() => {
    const link = document.querySelector('link[rel="icon"]');
    const own = link?.getAttribute('href');
    if (!link || !own || href === null) return undefined;
    link.setAttribute('href', href);
    return () => link.setAttribute('href', own);
  }, [href]);
}
