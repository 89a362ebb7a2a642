import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { plural, t } from '../../../words/words.ts';
import { REST_PX, WIDTHS, withinWidths } from './arrangement.ts';
import styles from './Grip.module.css';

/** How far one press of an arrow key goes, in px; with Shift the second. */
const STEPS_PX = [8, 40] as const;

/**
 * A column's edge: dragged or moved by the arrow keys it makes the column wider or narrower, as far as the column that
 * takes the rest (`restColumn`) can give. A double click or Enter gives the default width back (null). `onDraw` tells
 * each width on the way, `onWidth` the one that is meant.
 */
export function Grip({
  label,
  edge,
  restColumn,
  onDraw,
  onWidth,
}: {
  label: string;
  edge: 'start' | 'end';
  restColumn: string;
  onDraw: (width: number) => void;
  onWidth: (width: number | null) => void;
}) {
  const grip = useRef<HTMLSpanElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  const drag = useRef<{ from: number; width: number; most: number; now: number | null } | null>(null);
  const outward = edge === 'end' ? 1 : -1;

  useEffect(() => {
    const header = grip.current?.closest('th');
    if (!header) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.round(header.getBoundingClientRect().width)));
    observer.observe(header);
    return () => observer.disconnect();
  }, []);

  const measure = () => {
    const header = grip.current?.closest('th');
    const own = header?.getBoundingClientRect().width ?? WIDTHS.min;
    const rest = header?.parentElement?.querySelector(`[data-column="${restColumn}"]`);
    const room = Math.max(0, (rest?.getBoundingClientRect().width ?? 0) - REST_PX);
    return { width: own, most: own + room };
  };
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: event.clientX, now: null, ...measure() };
  };
  const move = (event: PointerEvent) => {
    const { current } = drag;
    if (!current) return;
    const wanted = current.width + (event.clientX - current.from) * outward;
    current.now = withinWidths(Math.min(current.most, wanted));
    onDraw(current.now);
  };
  const release = () => {
    const now = drag.current?.now ?? null;
    drag.current = null;
    if (now !== null) onWidth(now);
  };
  const key = (event: KeyboardEvent) => {
    const sign = event.key === 'ArrowRight' ? outward : event.key === 'ArrowLeft' ? -outward : 0;
    if (sign === 0 && event.key !== 'Enter') return;
    event.preventDefault();
    if (sign === 0) return onWidth(null);
    const { width: own, most } = measure();
    onWidth(withinWidths(Math.min(most, own + sign * STEPS_PX[event.shiftKey ? 1 : 0])));
  };
  return (
    <span
      ref={grip}
      role="separator"
      aria-orientation="vertical"
      aria-label={t('Width of {column}', { column: label })}
      aria-valuemin={WIDTHS.min}
      aria-valuemax={WIDTHS.max}
      aria-valuenow={width ?? WIDTHS.min}
      aria-valuetext={width === null ? undefined : plural(width, '{n} pixel', '{n} pixels')}
      tabIndex={0}
      title={t('Drag to make the column wider or narrower; double-click for its default width')}
      className={`${styles.grip} ${styles[edge]}`}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={() => onWidth(null)}
      onKeyDown={key}
    />
  );
}
