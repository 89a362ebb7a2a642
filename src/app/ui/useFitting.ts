import { useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/**
 * How many children of a wrapping flex row stand in its first line; Infinity when all do. It measures anew when the
 * row's size or `contents` changes. What does not fit is for the caller to hide from everybody, keyboard included:
 * `visibility: hidden` keeps the measure true.
 */
export function useFitting(row: RefObject<HTMLElement | null>, contents: string): number {
  const [count, setCount] = useState(Infinity);
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return undefined;
    const measure = () => {
      const tops = [...element.children].map((child) => child.getBoundingClientRect().top);
      const beyond = tops.findIndex((top) => top > (tops[0] ?? 0));
      const fitting = beyond < 0 ? Infinity : beyond;
      // In the same frame: what does not fit must not be seen.
      flushSync(() => setCount(fitting));
    };
    // Calls at once, when the page has been laid out anyway: measuring here would lay it out one more time.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [row, contents]);
  return count;
}
