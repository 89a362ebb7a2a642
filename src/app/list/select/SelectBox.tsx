import type { Operation } from '../../../toloka/operation.ts';
import { useFetched } from '../../ui/parts.ts';
import { loadParts } from '../later.ts';
import type { RowContext } from '../table/rowContext.ts';
import { RowBox } from './RowBox.tsx';
import styles from './select.module.css';

/** What the selection's own column is called in styles. */
export const SELECT_COLUMN = 'select';

/** The cell for a row's checkbox, which comes into it behind the first rows: until then nobody could mean it. */
export function selectCell(operation: Operation, { controls }: RowContext) {
  return (
    <td role="cell" data-column={SELECT_COLUMN} className={styles.cell}>
      {controls && <RowBox operation={operation} />}
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
