import { useContext } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import { useFetched } from '../../ui/parts.ts';
import { loadParts } from '../later.ts';
import { RowParts } from '../table/rowContext.ts';
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

/** The cell for the checkbox of all rows. A plain cell, as it heads nothing that one reads. */
export function SelectAllCell({ rows }: { rows: readonly Operation[] }) {
  const parts = useFetched(loadParts)?.PARTS;
  return (
    <td role="cell" data-column={SELECT_COLUMN} className={`${styles.cell} ${styles.all}`}>
      {parts && <parts.SelectAllBox rows={rows} />}
    </td>
  );
}
