import { useContext, useLayoutEffect, useRef } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import { t } from '../../../words/words.ts';
import { RowParts } from '../table/rowContext.ts';
import { SelectionContext, useSelected } from './selection.ts';
import styles from './select.module.css';

/** What the selection's own column is called in styles. */
export const SELECT_COLUMN = 'select';

/** The cell for a row's checkbox, which comes into it behind the first rows: until then nobody could mean it. */
export function SelectCell({ operation }: { operation: Operation }) {
  const parts = useContext(RowParts);
  return (
    <td role="cell" data-column={SELECT_COLUMN} className={styles.cell}>
      {parts && <parts.RowBox operation={operation} />}
    </td>
  );
}

/**
 * The checkbox for all rows on screen, in the header's row. A plain cell, as it heads nothing that one reads; it can be
 * found (`id`) by whoever has to put the focus somewhere.
 */
export function SelectAllCell({ rows }: { rows: readonly Operation[] }) {
  const selection = useContext(SelectionContext);
  const selected = useSelected();
  const box = useRef<HTMLInputElement>(null);
  const count = rows.filter(({ id }) => selected.has(id)).length;
  const all = count > 0 && count === rows.length;
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = count > 0 && !all;
  }, [count, all]);
  return (
    <td role="cell" data-column={SELECT_COLUMN} className={`${styles.cell} ${styles.all}`}>
      <input
        ref={box}
        id={SELECT_ALL_ID}
        type="checkbox"
        className={styles.box}
        aria-label={t('Select all on this page')}
        checked={all}
        disabled={rows.length === 0}
        onChange={() => selection?.setAll(rows, !all)}
      />
    </td>
  );
}

const SELECT_ALL_ID = 'select-all';

/** Puts the focus on the checkbox for all rows, without scrolling to it. */
export function focusSelectAll(): void {
  document.getElementById(SELECT_ALL_ID)?.focus({ preventScroll: true });
}
