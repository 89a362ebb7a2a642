import { useEffect, useState, type RefObject } from 'react';
import { rowOf } from './useArrowKeys.ts';

/** The place in the list of the row that has the focus; null when none has. */
export function useFocusedRow(box: RefObject<HTMLElement | null>): number | null {
  const [focused, setFocused] = useState<number | null>(null);
  useEffect(() => {
    const element = box.current;
    const enter = ({ target }: FocusEvent) => setFocused(target instanceof Element ? rowOf(target) : null);
    const leave = () => setFocused(null);
    element?.addEventListener('focusin', enter);
    element?.addEventListener('focusout', leave);
    return () => {
      element?.removeEventListener('focusin', enter);
      element?.removeEventListener('focusout', leave);
    };
  }, [box]);
  return focused;
}
