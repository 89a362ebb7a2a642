import { useEffectEvent, useLayoutEffect, type RefObject } from 'react';
import { NavigationType, useNavigationType } from 'react-router-dom';

/**
 * Moves the focus to the page's heading when the page is come to, and the window to its top unless the browser is
 * restoring the place of an earlier visit. Not on polls: they do not mount anything.
 */
export function useArrival(heading: RefObject<HTMLElement | null>): void {
  const came = useNavigationType();
  const arrive = useEffectEvent(() => {
    if (came !== NavigationType.Pop) window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  });
  // How one came matters once, at the beginning.
  useLayoutEffect(() => arrive(), []);
}
