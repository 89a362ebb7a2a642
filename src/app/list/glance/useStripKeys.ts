import { useState, type KeyboardEvent } from 'react';
import { walk, type Walk } from './keys.ts';
import { placeOfMark, type Pile } from './piles.ts';

/**
 * The keyboard on the strip: what was walked to, the newest at first (null where nothing is drawn), and a handler for its
 * element. Enter leads to what was walked to, or takes the range that was drawn with Shift; Escape drops that.
 */
export function useStripKeys({
  piles,
  onRange,
  onGo,
}: {
  piles: readonly Pile[];
  onRange: (walked: Walk) => void;
  onGo: (id: string) => void;
}) {
  const [kept, keep] = useState<Walk | null>(null);
  const newest = piles.at(-1)?.marks.at(-1)?.operation.id;
  const known = kept && placeOfMark(piles, kept.active) ? kept : null;
  const walked: Walk | null = known ?? (newest === undefined ? null : { active: newest, anchor: null });

  const onKeyDown = (event: KeyboardEvent) => {
    if (!walked || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const next = walk(piles, walked, key, event.shiftKey);
    if (next) keep(next);
    else if (key === 'Enter' || key === ' ') {
      keep({ ...walked, anchor: null });
      if (walked.anchor === null) onGo(walked.active);
      else onRange(walked);
    } else if (key === 'Escape' && walked.anchor !== null) keep({ ...walked, anchor: null });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { walked, onKeyDown };
}
