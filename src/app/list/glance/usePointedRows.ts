import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { pointOut, rowIdAt } from './rows.ts';

/** The operation whose row the mouse is on, by its ID: of the rows beside the strip's `room`. */
export function usePointedRow(room: RefObject<HTMLElement | null>): string | null {
  const [id, setId] = useState<string | null>(null);
  useEffect(() => {
    const area = areaAround(room.current);
    if (!area) return undefined;
    const over = (event: PointerEvent) => setId(event.pointerType === 'mouse' ? rowIdAt(event.target) : null);
    const leave = () => setId(null);
    area.addEventListener('pointerover', over);
    area.addEventListener('pointerleave', leave);
    return () => {
      area.removeEventListener('pointerover', over);
      area.removeEventListener('pointerleave', leave);
    };
  }, [room]);
  return id;
}

/** Points out the rows of these operations for as long as they are the same. */
export function usePointedOut(room: RefObject<HTMLElement | null>, ids: readonly string[]): void {
  const names = JSON.stringify(ids);
  useLayoutEffect(() => {
    const area = areaAround(room.current);
    const wanted = new Set(JSON.parse(names) as string[]);
    return area && wanted.size > 0 ? pointOut(area, wanted) : undefined;
  }, [room, names]);
}

/** Of the page that the strip and the rows are parts of. */
export function areaAround(room: HTMLElement | null): HTMLElement | null {
  return room?.closest('main') ?? null;
}
