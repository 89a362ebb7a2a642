import { useEffect, useState } from 'react';
import { t } from '../../../words/words.ts';
import { ItemRow } from './ItemRow.tsx';
import styles from './ItemBox.module.css';
import type { ListProps } from './listProps.ts';
import { useEntries } from './useEntries.ts';
import { useItemLinks } from './useItemLinks.ts';
import { useShowMarked } from './useShowMarked.ts';

/**
 * So many rows are drawn in one go, about 15 ms of work; the others follow frame by frame, so that the page never stands
 * still.
 */
const STEP = 24;

/** A list that is drawn whole, for the browser's own find. */
export function PlainItems({ open, view, box, marked, place, opened }: ListProps) {
  const { matches } = view;
  const links = useItemLinks();
  const [drawn, setDrawn] = useState(STEP);
  const shown = Math.min(drawn, matches);
  useEntries(open, view, 0, shown);
  const entryOf = (index: number) => open.pages.at(index);
  // Not before the last rows have their texts: those of many rows would otherwise come, and be drawn, at once.
  const settled = shown === 0 || entryOf(shown - 1) !== undefined;
  useEffect(() => {
    if (drawn >= matches || !settled) return undefined;
    const frame = requestAnimationFrame(() => setDrawn(drawn + STEP));
    return () => cancelAnimationFrame(frame);
  }, [drawn, matches, settled]);
  // Only when its row is there can it be brought into sight.
  const ready = place !== null && place < shown && entryOf(place) !== undefined ? place : null;
  useShowMarked(box, ready, (index) => {
    box.current?.querySelector(`[data-index="${index}"]`)?.scrollIntoView({ block: 'center' });
  });
  return (
    <ul className={styles.list} aria-label={t('Log items')}>
      {Array.from({ length: shown }, (_, index) => (
        <ItemRow
          key={index}
          index={index}
          entry={entryOf(index)}
          links={links}
          open={opened.has(entryOf(index)?.number ?? 0)}
          marked={marked !== null && entryOf(index)?.number === marked}
          onToggle={opened.toggle}
        />
      ))}
    </ul>
  );
}
