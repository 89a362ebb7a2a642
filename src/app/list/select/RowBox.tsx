import { useContext } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import { t } from '../../../words/words.ts';
import { shortId } from '../../ui/format.ts';
import { SelectionContext, useIsSelected } from './selection.ts';
import styles from './select.module.css';

/** A row's checkbox. */
export function RowBox({ operation }: { operation: Operation }) {
  const selection = useContext(SelectionContext);
  const checked = useIsSelected(operation.id);
  return (
    <input
      type="checkbox"
      className={styles.box}
      aria-label={t('Select {id}', { id: shortId(operation.id) })}
      checked={checked}
      onChange={({ target, nativeEvent }) => {
        const range = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
        selection?.toggle(operation, target.checked, range);
      }}
    />
  );
}
