import { useContext, useLayoutEffect, useRef, useState } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import { t } from '../../../words/words.ts';
import { afterFrame } from '../../ui/afterFrame.ts';
import { SELECT_ALL_ID } from './selectAll.ts';
import { SelectionContext, useSelected } from './selection.ts';
import styles from './select.module.css';

/** The checkbox for all rows on screen. It can be found (`id`) by whoever has to put the focus somewhere. */
export function SelectAllBox({ rows }: { rows: readonly Operation[] }) {
  const selection = useContext(SelectionContext);
  const selected = useSelected();
  const box = useRef<HTMLInputElement>(null);
  const count = rows.filter(({ id }) => selected.has(id)).length;
  const all = count > 0 && count === rows.length;
  // The box itself answers at once, its rows right behind it.
  const [meant, mean] = useState<boolean | null>(null);
  const checked = meant ?? all;
  const callOff = useRef(() => {});
  const choose = () => {
    callOff.current();
    mean(!checked);
    callOff.current = afterFrame(() => {
      selection?.setAll(rows, !checked);
      mean(null);
    });
  };
  useLayoutEffect(() => {
    if (!box.current) return;
    box.current.indeterminate = count > 0 && !all;
    // For the styles; no row renders for it.
    box.current.closest('table')?.toggleAttribute('data-selecting', count > 0);
  }, [count, all]);
  return (
    <input
      ref={box}
      id={SELECT_ALL_ID}
      type="checkbox"
      className={styles.box}
      aria-label={t('Select all on this page')}
      checked={checked}
      disabled={rows.length === 0}
      onChange={choose}
    />
  );
}
