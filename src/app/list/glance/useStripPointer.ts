import { useEffect, useEffectEvent, useRef, useState, type MouseEvent, type PointerEvent } from 'react';
import { pileNear, type Pile } from './piles.ts';
import type { PointedAt } from './subject.ts';

/** So far a pointer may be from a tick that it means, px. */
const REACH = 14;
/** A press that moves no farther is a click, px. */
const STILL = 4;

/** Where the strip was pressed (px), whether by a finger, and the place of the pile that was shown to it before. */
type Press = { readonly x: number; readonly touch: boolean; readonly shown: number | null };

/**
 * The mouse, pen and fingers on the strip: what they are at, and handlers for its element. A drag along it ends in
 * `onRange` with both places, px; Escape, or a finger that scrolls, drops it. A click is `onChoose`; a finger has to be
 * shown first what it would choose. `onInside` hears whether they are on the strip at all.
 */
export function useStripPointer({
  piles,
  onInside,
  onRange,
  onChoose,
}: {
  piles: readonly Pile[];
  onInside: (inside: boolean) => void;
  onRange: (from: number, to: number) => void;
  onChoose: (pile: Pile) => void;
}) {
  const [at, setAt] = useState<PointedAt | null>(null);
  const pressed = useRef<Press | null>(null);
  const clicked = useRef<Press | null>(null);
  const dragging = at?.kind === 'drag';

  const over = (x: number) => {
    const pile = pileNear(piles, x, REACH);
    setAt((old) => (old?.kind === 'pile' && old.x === pile?.x ? old : pile && { kind: 'pile', x: pile.x }));
    return pile;
  };
  const drop = () => {
    pressed.current = null;
    setAt(null);
  };
  const dropByKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    drop();
  });
  useEffect(() => {
    if (!dragging) return undefined;
    const listener = (event: KeyboardEvent) => dropByKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [dragging]);

  const handlers = {
    onPointerEnter: () => onInside(true),
    onPointerLeave: (event: PointerEvent) => {
      onInside(false);
      if (event.pointerType !== 'touch' && pressed.current === null) setAt(null);
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      clicked.current = null;
      if (event.button !== 0 || !event.isPrimary) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const shown = event.pointerType !== 'touch' || at?.kind !== 'pile' ? null : at.x;
      pressed.current = { x: placeOf(event), touch: event.pointerType === 'touch', shown };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!event.isPrimary) return;
      const x = placeOf(event);
      const from = pressed.current?.x;
      if (from !== undefined && (dragging || Math.abs(x - from) > STILL))
        setAt({ kind: 'drag', from, to: x });
      else if (from !== undefined || event.buttons === 0) over(x);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (!event.isPrimary) return;
      const press = pressed.current;
      pressed.current = null;
      // Where it is let go counts: the last move may not have been drawn yet.
      const x = placeOf(event);
      if (press === null) setAt(null);
      else if (dragging || Math.abs(x - press.x) > STILL) {
        setAt(null);
        onRange(press.x, x);
      } else clicked.current = press;
    },
    // Not before: the mouse's events that follow a finger's would take the focus from where the choice leads.
    onClick: (event: MouseEvent<HTMLElement>) => {
      const press = clicked.current;
      clicked.current = null;
      const pile = press && over(placeOf(event));
      if (pile && (!press.touch || press.shown === pile.x)) onChoose(pile);
    },
    onPointerCancel: drop,
  };
  return { at, handlers };
}

function placeOf(event: MouseEvent<HTMLElement>): number {
  return event.clientX - event.currentTarget.getBoundingClientRect().left;
}
