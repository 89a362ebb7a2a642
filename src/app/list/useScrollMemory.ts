import { useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType, type Location } from 'react-router-dom';
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
 * Where the window belongs in a view, in px from the top: its old place after Back, Forward or a return from a detail page,
 * the top of a page or query that was just asked for, and undefined, which is where it is, when the address was only corrected.
 */
function placeOf(
  { key, pathname, search }: Location,
  came: NavigationType,
  arrived: boolean,
): number | undefined {
  if (came === NavigationType.Replace) return undefined;
  if (came === NavigationType.Pop) return byEntry.get(key);
  return arrived ? (byAddress.get(pathname + search) ?? 0) : 0;
}

/**
 * How far down this view, in px, the window may be taken as soon as its rows are there: so far they have to be drawn.
 * One has `arrived` where no other view's rows were there before. What the browser remembers over a reload is not known here; then
 * it is `Infinity`.
 */
export function useDepth(): (arrived: boolean) => number {
  const location = useLocation();
  const came = useNavigationType();
  return (arrived) => {
    if (!placed) return reloaded ? Infinity : 0;
    return placeOf(location, came, arrived) ?? window.scrollY;
  };
}

/** Puts the window where the reader expects it once the rows are there (`ready`). The focus goes along (`useReturn`). */
export function useScrollMemory(ready: boolean): void {
  const location = useLocation();
  const { key, pathname } = location;
  const came = useNavigationType();
  const address = pathname + location.search;
  const settled = useRef<string | null>(null);

  useLayoutEffect(() => {
    if (!ready || settled.current === key || !isAt(pathname)) return;
    const arrived = settled.current === null;
    settled.current = key;
    placed = true;
    // On the very first load the browser restores what it remembers, which is more than is known here.
    const place = placeOf(location, came, arrived);
    if (place !== undefined) window.scrollTo(0, place);
  }, [ready, key, pathname, came, location]);

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
