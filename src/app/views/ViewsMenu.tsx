import { t } from '../../words/words.ts';
import { ChevronIcon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { ahead } from '../ui/parts.ts';
import type { MenuProps } from './menuProps.ts';
import styles from './ViewsNav.module.css';

const loadPanel = ahead(() => import('./ViewsPanel.tsx'));

/** All views, and what can be done with them. On small screens it is the only way to them, so its button names one. */
export function ViewsMenu({ named, ...props }: MenuProps & { readonly named: boolean }) {
  const { current, changed } = props;
  return (
    <MenuButton
      label={t('Views')}
      className={`button ghost ${styles.menu}`}
      face={
        <>
          <span className={styles.label}>{t('Views')}</span>
          {current && (
            <b className={named ? undefined : styles.namedSmall}>
              {current.name}
              {changed && <span className={styles.changed}> {t('changed##view')}</span>}
            </b>
          )}
          <ChevronIcon size={12} />
        </>
      }
      load={loadPanel}
    >
      {({ ViewsPanel }, close) => <ViewsPanel {...props} close={close} />}
    </MenuButton>
  );
}
