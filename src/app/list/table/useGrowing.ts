import { startTransition, useEffect, useState } from 'react';
import { afterFrame } from '../../ui/afterFrame.ts';

/** How many rows come behind those in sight in one frame: at 4 × slow-down that takes about 200 ms, of 300 at once a second. */
const PORTION = 32;

type Grown = { readonly of: string | null; readonly count: number };

const NONE: Grown = { of: null, count: 0 };

/**
 * How many of `total` rows to draw. Of another list (`of` names it, null while it is not to grow) it is `first` at once, and
 * a portion more behind each frame until all are there; from then on what comes to it is drawn with it. `first` hears whether
 * there was no list before.
 */
export function useGrowing(of: string | null, first: (anew: boolean) => number, total: number): number {
  const [grown, grow] = useState(NONE);
  const known = grown.of === of ? grown.count : 0;
  const count = known < total ? Math.max(known, first(grown.of === null)) : total;
  useEffect(() => {
    if (grown.of === of && (of === null || grown.count === Infinity)) return undefined;
    const next = count + PORTION;
    const step = of === null ? NONE : { of, count: next < total ? next : Infinity };
    return afterFrame(() => startTransition(() => grow(step)));
  }, [of, grown, count, total]);
  return Math.min(count, total);
}
