import { useSyncExternalStore } from 'react';

/** Up to here a screen is small: the same width as in the styles, which cannot read it from a token. */
const SMALL = '(max-width: 720px)';

/** Whether the page is as narrow as a phone, for what is built differently there; what only looks different is for the styles. */
export function useSmallScreen(): boolean {
  return useSyncExternalStore(subscribe, isSmall);
}

/** The same at this moment, for what happens once. */
export function isSmall(): boolean {
  return matchMedia(SMALL).matches;
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia(SMALL);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
