import { useId, useState } from 'react';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { t } from '../../../words/words.ts';
import { Later } from '../../ui/Later.tsx';
import { ahead } from '../../ui/parts.ts';
import { Popover } from '../../ui/Popover.tsx';
import { useExport } from './exportStore.ts';
import styles from './ExportMenu.module.css';

const loadPanel = ahead(() => import('./ExportPanel.tsx'));

/** The button `Export` and what it opens. A dot on it tells that an export is under way. */
export function ExportMenu({ environment, search }: { environment: string; search: ListSearch }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const running = useExport()?.state().phase === 'running';
  const button = (
    <button
      type="button"
      className={`button ${styles.button}`}
      data-action="export"
      popoverTarget={id}
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-controls={id}
      title={running ? t('An export is under way') : undefined}
    >
      {t('Export')}
      {running && <i className={styles.dot} />}
    </button>
  );
  return (
    <Popover id={id} label={t('Export this view')} open={open} onOpenChange={setOpen} anchor={button}>
      {() => (
        <Later load={loadPanel}>
          {({ ExportPanel }) => <ExportPanel environment={environment} search={search} />}
        </Later>
      )}
    </Popover>
  );
}
