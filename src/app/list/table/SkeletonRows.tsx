import { SELECT_COLUMN } from '../select/SelectBox.tsx';
import select from '../select/select.module.css';
import styles from './OperationsTable.module.css';

/** As many compact rows as a screen holds: a skeleton needs no more. */
const MOST_ROWS = 30;

/** Lines of the table's own geometry while the first answer is awaited; they show only when it takes a moment. */
export function SkeletonRows({ columns, limit }: { columns: readonly string[]; limit: number }) {
  return Array.from({ length: Math.min(limit, MOST_ROWS) }, (_, index) => (
    <tr key={index} aria-hidden="true" className={styles.skeleton}>
      <td data-column={SELECT_COLUMN} className={select.cell}>
        &nbsp;
      </td>
      {columns.map((id) => (
        <td key={id} data-column={id}>
          <i>&nbsp;</i>
        </td>
      ))}
    </tr>
  ));
}
