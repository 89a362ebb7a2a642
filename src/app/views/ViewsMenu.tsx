import { useId, useState } from 'react';
import { t } from '../../words/words.ts';
import { ChevronIcon } from '../ui/icons.tsx';
import { Later } from '../ui/Later.tsx';
import { ahead } from '../ui/parts.ts';
import { Popover } from '../ui/Popover.tsx';
import type { MenuProps } from './menuProps.ts';
import styles from './ViewsNav.module.css';

const loadPanel = ahead(() => import('./ViewsPanel.tsx'));

/** All views, and what can be done with them. On small screens it is the only way to them, so its button names one. */
export function ViewsMenu({ named, ...props }: MenuProps & { readonly named: boolean }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const { current, changed } = props;
  const button = (
    <button
      type="button"
      className={`button ghost ${styles.menu}`}
      popoverTarget={id}
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-controls={id}
    >
      <span className={styles.label}>{t('Views')}</span>
      {current && (
        <b className={named ? undefined : styles.namedSmall}>
          {current.name}
          {changed && <span className={styles.changed}> {t('changed##view')}</span>}
        </b>
      )}
      <ChevronIcon size={12} />
    </button>
  );
  return (
    <Popover id={id} label={t('Views')} open={open} onOpenChange={setOpen} anchor={button}>
      {(close) => (
        <Later load={loadPanel}>{({ ViewsPanel }) => <ViewsPanel {...props} close={close} />}</Later>
      )}
    </Popover>
  );
}
