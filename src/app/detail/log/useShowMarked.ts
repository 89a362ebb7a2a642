import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'react-router-dom';

const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * Brings the item that the link is about into sight, once for each time that the link leads to it: at once, or when the
 * item has come. Not if the reader has moved meanwhile.
 */
export function useShowMarked(
  box: RefObject<HTMLElement | null>,
  place: number | null,
  show: (place: number) => void,
): void {
  const { key } = useLocation();
  const waiting = useRef<string | null>(null);
  const shown = useRef<string | null>(null);
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    waiting.current = key;
    const leave = () => {
      waiting.current = null;
    };
    for (const move of MOVES) window.addEventListener(move, leave, { once: true, passive: true });
    return () => {
      for (const move of MOVES) window.removeEventListener(move, leave);
    };
  }, [key]);
  useEffect(() => {
    if (place === null || waiting.current !== key || shown.current === key) return;
    shown.current = key;
    box.current?.scrollIntoView({ block: 'nearest' });
    latest.current(place);
  }, [box, place, key]);
}
