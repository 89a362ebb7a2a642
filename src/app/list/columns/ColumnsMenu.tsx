import { useId, useState } from 'react';
import { t } from '../../../words/words.ts';
import { ColumnsIcon } from '../../ui/icons.tsx';
import { Later } from '../../ui/Later.tsx';
import { ahead } from '../../ui/parts.ts';
import { Popover } from '../../ui/Popover.tsx';
import styles from './ColumnsMenu.module.css';

const load = ahead(() => import('./ColumnsPanel.tsx'));

/** The button `Columns` and what it opens: which columns there are, in which order, how wide and how high rows are. */
export function ColumnsMenu() {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = (
    <button
      type="button"
      className={`button small ghost ${styles.button}`}
      data-action="columns"
      popoverTarget={id}
      aria-controls={id}
      aria-expanded={open}
      aria-haspopup="dialog"
    >
      <ColumnsIcon />
      {t('Columns')}
    </button>
  );
  return (
    <Popover id={id} label={t('Columns')} open={open} onOpenChange={setOpen} anchor={button}>
      {() => <Later load={load}>{({ ColumnsPanel }) => <ColumnsPanel />}</Later>}
    </Popover>
  );
}
