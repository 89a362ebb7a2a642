import { useMemo } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import { formatListSearch } from '../../../toloka/formatSearch.ts';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { Later } from '../../ui/Later.tsx';
import { ahead } from '../../ui/parts.ts';
import { useBehind } from '../../ui/useBehind.ts';
import { NONE_SELECTED, useSelected } from './selection.ts';
import styles from './SelectionDock.module.css';

const loadBar = ahead(() => import('./SelectionBar.tsx'));

/** The same object each time, so that rows which come while nothing is selected draw nothing here. */
const NOTHING = { selected: NONE_SELECTED, shown: [] };

/** The place of the bar, at the window's lower edge: it is there before the bar is, so that nothing moves for it. */
export function SelectionDock({
  environment,
  search,
  rows,
}: {
  environment: string;
  search: ListSearch;
  /** The rows on screen. */
  rows: readonly Operation[];
}) {
  const selection = useSelected();
  // The box answers in the next frame, and the bar comes behind it. Both at once: those selected are told from those on screen.
  const { selected, shown } = useBehind(
    useMemo(() => (selection.size === 0 ? NOTHING : { selected: selection, shown: rows }), [selection, rows]),
  );
  return (
    <div className={styles.place}>
      {selected.size > 0 && (
        <Later load={loadBar} waiting={null}>
          {({ SelectionBar }) => (
            <SelectionBar
              selected={selected}
              environment={environment}
              rows={shown}
              listSearch={formatListSearch(search)}
            />
          )}
        </Later>
      )}
    </div>
  );
}
