import { useLayoutEffect, useRef, type RefObject } from 'react';

const EASE = 'cubic-bezier(0.2, 0, 0, 1)';
const GLIDE_MS = 320;

type Spot = { readonly left: number; readonly top: number };

/**
 * Lets the table rows in `area`, and what follows it, glide from where they were to where the next render puts them, by
 * moving their picture only. Call the returned function just before the change; `rows` is what changes. Those who want less motion see none.
 */
export function useGlideIn(area: RefObject<HTMLElement | null>, rows: unknown): () => void {
  const from = useRef<ReadonlyMap<Element, Spot> | null>(null);
  useLayoutEffect(() => {
    const before = from.current;
    from.current = null;
    if (before && area.current) play(partsOf(area.current), before);
  }, [area, rows]);
  return () => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    from.current =
      still || !area.current ? null : new Map(partsOf(area.current).map((part) => [part, spotOf(part)]));
  };
}

/** The rows, and what stands under them and is pushed down where a page is not full. */
function partsOf(area: HTMLElement): Element[] {
  const siblings = [...(area.parentElement?.children ?? [])];
  return [...area.querySelectorAll('tbody tr'), ...siblings.slice(siblings.indexOf(area) + 1)];
}

function spotOf(row: Element): Spot {
  const { left, top } = row.getBoundingClientRect();
  return { left, top };
}

function play(rows: readonly Element[], before: ReadonlyMap<Element, Spot>): void {
  const moves = rows.map((row) => {
    const [now, old] = [spotOf(row), before.get(row)];
    return { row, dx: old ? old.left - now.left : 0, dy: old ? old.top - now.top : null };
  });
  for (const [at, { row, dx, dy }] of moves.entries()) {
    // A new row comes along with the one that it pushes down.
    const pushed = moves.slice(at).find((move) => move.dy !== null)?.dy ?? 0;
    const start = { translate: `${dx}px ${dy ?? pushed}px`, ...(dy === null && { opacity: 0 }) };
    const end = { translate: '0 0', ...(dy === null && { opacity: 1 }) };
    if (dx !== 0 || dy !== 0) row.animate([start, end], { duration: GLIDE_MS, easing: EASE });
  }
}
