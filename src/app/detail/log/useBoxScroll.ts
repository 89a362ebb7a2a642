import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';

/** How far each list was scrolled, in px, for as long as the page lives: coming back finds it as it was left. */
const places = new Map<string, number>();
/** Of so many lists. */
const MOST_LISTS = 200;

/**
 * Remembers how far the list called `name` is scrolled, and puts it back there as soon as it is long enough. Not where
 * the link is about one item (`wanted` is false), which is then what should be in sight.
 */
export function useBoxScroll(box: RefObject<HTMLElement | null>, name: string, wanted: boolean): void {
  const due = useRef<{ name: string; top: number } | null>(null);
  // Only another list begins anew; an item that the link names later is shown by itself.
  const begin = useEffectEvent(() => {
    due.current = wanted ? { name, top: places.get(name) ?? 0 } : null;
  });
  useEffect(() => {
    const element = box.current;
    begin();
    const remember = () => {
      if (!element || due.current) return;
      places.delete(name);
      places.set(name, element.scrollTop);
      const [oldest] = places.keys();
      if (places.size > MOST_LISTS && oldest !== undefined) places.delete(oldest);
    };
    // Who has begun to scroll is not to be taken elsewhere.
    const leave = () => {
      due.current = null;
    };
    element?.addEventListener('scroll', remember, { passive: true });
    element?.addEventListener('wheel', leave, { passive: true });
    element?.addEventListener('pointerdown', leave, { passive: true });
    return () => {
      element?.removeEventListener('scroll', remember);
      element?.removeEventListener('wheel', leave);
      element?.removeEventListener('pointerdown', leave);
    };
  }, [box, name]);
  // After each rendering, until it is done: rows come bit by bit.
  useEffect(() => {
    const element = box.current;
    if (!element || !due.current) return;
    const { top } = due.current;
    if (element.scrollHeight - element.clientHeight < top) return;
    due.current = null;
    if (top > 0) element.scrollTo({ top });
  });
}
