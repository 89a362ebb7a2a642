import type { MouseEvent, ReactNode } from 'react';
import { t } from '../../../words/words.ts';
import { CrossIcon } from '../../ui/icons.tsx';
import { ModalDialog } from '../../ui/ModalDialog.tsx';
import styles from './FilterSheet.module.css';

/** All filters on a small screen: a sheet over the list, in which each choice applies at once. */
export function FilterSheet({
  children,
  clear,
  onClose,
}: {
  children: ReactNode;
  /** Clears all filters; null while none is set. */
  clear: ((event: MouseEvent) => void) | null;
  onClose: () => void;
}) {
  return (
    <ModalDialog label={t('Filters')} className={styles.sheet ?? ''} onClose={onClose}>
      <div className={styles.head}>
        <h2>{t('Filters')}</h2>
        <button
          type="button"
          className={`button ghost ${clear === null ? styles.reserved : ''}`}
          onClick={clear ?? undefined}
        >
          {t('Clear all')}
        </button>
        <button type="button" className="button ghost" aria-label={t('Close')} onClick={onClose}>
          <CrossIcon />
        </button>
      </div>
      <div className={styles.filters}>{children}</div>
      <button type="button" className={`button primary ${styles.done}`} onClick={onClose}>
        {t('Show results')}
      </button>
    </ModalDialog>
  );
}
