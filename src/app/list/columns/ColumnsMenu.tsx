import { t } from '../../../words/words.ts';
import { ColumnsIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { ahead } from '../../ui/parts.ts';
import styles from './ColumnsMenu.module.css';

const load = ahead(() => import('./ColumnsPanel.tsx'));

/** The button `Columns` and what it opens: which columns there are, in which order, how wide and how high rows are. */
export function ColumnsMenu() {
  return (
    <MenuButton
      label={t('Columns')}
      className={`button small ghost ${styles.button}`}
      data-action="columns"
      face={
        <>
          <ColumnsIcon />
          {t('Columns')}
        </>
      }
      load={load}
    >
      {({ ColumnsPanel }) => <ColumnsPanel />}
    </MenuButton>
  );
}
