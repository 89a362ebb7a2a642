import { useEffect, type RefObject } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Moves the focus from item to item with the arrow keys, beside the Tab key. The neighbours of an item are in the
 * document even in a virtual list; the focus brings them into sight, and with them the next ones.
 */
export function useArrowKeys(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    const move = (event: KeyboardEvent) => {
      const step = Object.hasOwn(STEPS, event.key) ? STEPS[event.key] : undefined;
      const { target } = event;
      if (step === undefined || !(target instanceof HTMLElement) || !target.hasAttribute('aria-expanded'))
        return;
      const index = rowOf(target);
      if (index === null) return;
      event.preventDefault();
      const next = element?.querySelector(`[data-index="${index + step}"] button[aria-expanded]`);
      if (next instanceof HTMLElement) next.focus();
    };
    element?.addEventListener('keydown', move);
    return () => element?.removeEventListener('keydown', move);
  }, [box]);
}

/** The place in the list, from 0, of the row that an element is in; null outside of rows. */
export function rowOf(element: Element): number | null {
  const row = element.closest('[data-index]');
  return row ? Number(row.getAttribute('data-index')) : null;
}
