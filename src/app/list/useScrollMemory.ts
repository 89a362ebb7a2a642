import { useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom';
import { isAt } from '../comeTo.ts';
import { useReturn } from './useReturn.ts';

/** Where each entry of the history was scrolled to, in px, for as long as the page lives. */
const byEntry = new Map<string, number>();
/** The same by address: a link from a detail page back to the list is a new entry of an old view. */
const byAddress = new Map<string, number>();

/** Whether the page was loaded anew, so that the browser itself may go back to where it was. */
const reloaded = performance
  .getEntriesByType('navigation')
  .some((visit) => visit instanceof PerformanceNavigationTiming && visit.type !== 'navigate');

/** Whether a list had its rows since the page was loaded. */
let placed = false;

/**
 * How far down this view, in px, the window may be taken as soon as its rows are there: so far they have to be drawn. What
 * the browser remembers over a reload is not known here; then it is `Infinity`.
 */
export function useDepth(): number {
  const { key, pathname, search } = useLocation();
  return reloaded && !placed ? Infinity : (byEntry.get(key) ?? byAddress.get(pathname + search) ?? 0);
}

/**
 * Puts the window where the reader expects it once the rows are there (`ready`): back at its old place after Back,
 * Forward or a return from a detail page, at the top of a page or query that was just asked for, and nowhere else when
 * the address was only corrected. The focus goes along (`useReturn`).
 */
export function useScrollMemory(ready: boolean): void {
  const { key, pathname, search } = useLocation();
  const came = useNavigationType();
  const address = pathname + search;
  const settled = useRef<string | null>(null);

  useLayoutEffect(() => {
    if (!ready || settled.current === key || !isAt(pathname)) return;
    const arrived = settled.current === null;
    settled.current = key;
    placed = true;
    const place =
      came === NavigationType.Pop ? byEntry.get(key) : arrived ? (byAddress.get(address) ?? 0) : 0;
    // On the very first load the browser restores what it remembers, which is more than is known here.
    if (place !== undefined && came !== NavigationType.Replace) window.scrollTo(0, place);
  }, [ready, key, pathname, came, address]);

  useReturn(ready);

  // The layout phase takes the listener away before the next view's height can move the window.
  useLayoutEffect(() => {
    const remember = () => {
      if (!isAt(pathname)) return;
      byEntry.set(key, window.scrollY);
      byAddress.set(address, window.scrollY);
    };
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, [key, pathname, address]);
}
