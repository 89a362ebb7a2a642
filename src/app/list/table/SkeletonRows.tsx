import { useEffect, useState } from 'react';
import { SELECT_COLUMN } from '../select/SelectBox.tsx';
import select from '../select/select.module.css';
import styles from './SkeletonRows.module.css';

/** As many compact rows as a screen holds: a skeleton needs no more. */
const MOST_ROWS = 30;
/** An answer that comes sooner is not worth a picture of what it will look like, in ms. */
const SOON_MS = 150;

/** Lines of the table's own geometry while the first answer is awaited; they are drawn only when it takes a moment. */
export function SkeletonRows({ columns, limit }: { columns: readonly string[]; limit: number }) {
  const [drawn, draw] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => draw(true), SOON_MS);
    return () => clearTimeout(timer);
  }, []);
  return Array.from({ length: Math.min(limit, MOST_ROWS) }, (_, index) => (
    <tr key={index} aria-hidden="true" className={drawn ? styles.skeleton : styles.unseen}>
      {drawn ? (
        <>
          <td data-column={SELECT_COLUMN} className={select.cell}>
            &nbsp;
          </td>
          {columns.map((id) => (
            <td key={id} data-column={id}>
              <i>&nbsp;</i>
            </td>
          ))}
        </>
      ) : (
        <td data-column="operation" colSpan={columns.length + 1}>
          &nbsp;
        </td>
      )}
    </tr>
  ));
}
