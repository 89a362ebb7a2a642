import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { t } from '../../../words/words.ts';
import { ItemRow } from './ItemRow.tsx';
import styles from './ItemBox.module.css';
import type { ListProps } from './listProps.ts';
import { createRowStore } from './rowStore.ts';
import { useEntries } from './useEntries.ts';
import { useFocusedRow } from './useFocusedRow.ts';
import { useItemLinks } from './useItemLinks.ts';
import { useShowMarked } from './useShowMarked.ts';

/** Height of a closed row in px, as `ItemRow.module.css` has it: its parts beside each other, or below each other. */
const ROW = { wide: 37, narrow: 57 } as const;
/** The width up to which a row's parts stand below each other. */
const NARROW = '(max-width: 720px)';

/** A list of any length: only the rows in sight are in the document, and the one that has the focus. */
export function VirtualItems({ open, view, box, marked, place, opened }: ListProps) {
  const { matches } = view;
  const links = useItemLinks();
  const focused = useFocusedRow(box);
  const [store] = useState(() =>
    createRowStore(
      () => box.current,
      () => (matchMedia(NARROW).matches ? ROW.narrow : ROW.wide),
    ),
  );
  const { rows, height } = useSyncExternalStore(store.subscribe, store.snapshot);
  useLayoutEffect(() => store.mount(), [store]);
  // After each rendering: the rows' heights may have changed with it.
  useLayoutEffect(() => store.rendered(matches, focused));
  useEntries(open, view, rows[0]?.index ?? 0, (rows.at(-1)?.index ?? -1) + 1);
  useShowMarked(box, place !== null && height > 0 ? place : null, store.scrollTo);
  return (
    <ul className={styles.list} aria-label={t('Log items')} style={{ height: `${height}px` }}>
      {rows.map(({ index, start }) => {
        const entry = open.pages.at(index);
        return (
          <ItemRow
            key={index}
            ref={store.measure}
            top={start}
            index={index}
            count={matches}
            entry={entry}
            links={links}
            open={opened.has(entry?.number ?? 0)}
            marked={marked !== null && entry?.number === marked}
            onToggle={opened.toggle}
          />
        );
      })}
    </ul>
  );
}
