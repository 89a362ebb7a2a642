import { useContext } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import { typeLabel } from '../../../toloka/vocabulary.ts';
import { t } from '../../../words/words.ts';
import { shortId } from '../../ui/format.ts';
import { RowMenuContext } from './rowMenu.ts';
import styles from './RowMenu.module.css';

/** A row's button of the shared menu; it shows when the row is pointed at or has the focus, and always in a card. */
export function RowMenuButton({ operation }: { operation: Operation }) {
  const menu = useContext(RowMenuContext);
  if (!menu) return null;
  const { id, type } = operation;
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={t('Filter by this row: {row}', {
        row: `${type === '' ? '' : `${typeLabel(type)} `}${shortId(id)}`,
      })}
      aria-haspopup="dialog"
      popoverTarget={menu.id}
      onClick={() => menu.choose(operation)}
    />
  );
}
