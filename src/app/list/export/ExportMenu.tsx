import type { ListSearch } from '../../../toloka/listSearch.ts';
import { t } from '../../../words/words.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { ahead } from '../../ui/parts.ts';
import { useExport } from './exportStore.ts';
import styles from './ExportMenu.module.css';

const loadPanel = ahead(() => import('./ExportPanel.tsx'));

/** The button `Export` and what it opens. A dot on it tells that an export is under way. */
export function ExportMenu({ environment, search }: { environment: string; search: ListSearch }) {
  const running = useExport()?.state().phase === 'running';
  return (
    <MenuButton
      label={t('Export this view')}
      className={`button ${styles.button}`}
      data-action="export"
      title={running ? t('An export is under way') : undefined}
      face={
        <>
          {t('Export')}
          {running && <i className={styles.dot} />}
        </>
      }
      load={loadPanel}
    >
      {({ ExportPanel }) => <ExportPanel environment={environment} search={search} />}
    </MenuButton>
  );
}
