import { useContext, useLayoutEffect, useRef } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import { t } from '../../../words/words.ts';
import { useBehind } from '../../ui/useBehind.ts';
import { useMeant } from '../../ui/useMeant.ts';
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
  const [checked, choose] = useMeant(all, (every) => selection?.setAll(rows, every));
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = count > 0 && !all;
  }, [count, all]);
  // The other rows' boxes come to light behind the frame in which the one that was pressed answers. No row renders for it.
  const selecting = useBehind(count > 0);
  useLayoutEffect(() => {
    box.current?.closest('table')?.toggleAttribute('data-selecting', selecting);
  }, [selecting]);
  return (
    <input
      ref={box}
      id={SELECT_ALL_ID}
      type="checkbox"
      className={styles.box}
      aria-label={t('Select all on this page')}
      checked={checked}
      disabled={rows.length === 0}
      onChange={() => choose(!checked)}
    />
  );
}
