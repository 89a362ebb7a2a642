import { useEffectEvent, useLayoutEffect, type RefObject } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom';
import { comeTo } from './comeTo.ts';
import { readDetailState } from './detailState.ts';
import { afterFrame } from './ui/afterFrame.ts';

/**
 * Moves the focus to the page's heading when the page is come to, and the window to its top unless the browser is
 * restoring the place of an earlier visit. Not on polls: they do not mount anything. Who steps from operation to
 * operation keeps the focus on what they step with (see `Neighbours`). The focus moves behind the frame that shows the page:
 * it would have all of it styled and laid out within the press, and tells many that it has moved.
 */
export function useArrival(heading: RefObject<HTMLElement | null>): void {
  const came = useNavigationType();
  const { pathname, state } = useLocation();
  const stepped = readDetailState(state)?.step !== undefined;
  const arrive = useEffectEvent(() => {
    comeTo(pathname);
    if (came !== NavigationType.Pop) window.scrollTo(0, 0);
    if (came !== NavigationType.Pop && stepped) return;
    const before = document.activeElement;
    return afterFrame(() => {
      // Who has moved on meanwhile stays there.
      if (document.activeElement === before || document.activeElement === document.body)
        heading.current?.focus({ preventScroll: true });
    });
  });
  // How one came matters once, at the beginning.
  useLayoutEffect(() => arrive(), []);
}
