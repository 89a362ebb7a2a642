import { useCallback, useEffect, useMemo, useState } from 'react';

/** Which items of each log stand open, for as long as the page lives: coming back to a log finds them as they were. */
const remembered = new Map<string, ReadonlySet<number>>();
/** Of so many logs; the ones that were changed longest ago are forgotten. */
const MOST_LOGS = 50;

/** The items that stand open, by their numbers. */
export type Opened = {
  readonly has: (item: number) => boolean;
  readonly toggle: (item: number) => void;
};

/** The open items of the log called `log`. The item that the link is about opens by itself when the link changes. */
export function useOpened(log: string, marked: number | null): Opened {
  const [items, setItems] = useState(() => remembered.get(log) ?? new Set<number>());
  const [last, setLast] = useState<number | null>(null);
  if (marked !== last) {
    setLast(marked);
    if (marked !== null && !items.has(marked)) setItems(new Set([...items, marked]));
  }
  useEffect(() => {
    remembered.delete(log);
    if (items.size > 0) remembered.set(log, items);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= MOST_LOGS) break;
      remembered.delete(oldest);
    }
  }, [log, items]);
  const toggle = useCallback((item: number) => {
    setItems((before) => {
      const after = new Set(before);
      if (!after.delete(item)) after.add(item);
      return after;
    });
  }, []);
  return useMemo(() => ({ has: (item) => items.has(item), toggle }), [items, toggle]);
}
