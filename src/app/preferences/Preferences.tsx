import { useEffect } from 'react';
import { t } from '../../words/words.ts';
import { useSetting } from '../settings.ts';
import { afterFrame } from '../ui/afterFrame.ts';
import { icon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { ahead } from '../ui/parts.ts';
import styles from './Preferences.module.css';
import { applyTheme } from './theme.ts';

const loadPanel = ahead(() => import('./PreferencesPanel.tsx'));

/** Two sliders: what can be set. */
const PreferencesIcon = icon({
  d: 'M1.5 4.4h5M10.5 4.4h2M1.5 9.6h2M7.5 9.6h5M6.8 4.4a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0M3.8 9.6a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0',
  strokeWidth: 1.3,
});

/** What somebody wants of the page, in the header of every page. It also lights the page as is chosen here or in another tab. */
export function Preferences() {
  const theme = useSetting('theme');
  // The whole page is painted anew, behind the frame that says what was chosen.
  useEffect(() => afterFrame(() => applyTheme(theme)), [theme]);
  return (
    <MenuButton
      label={t('Preferences')}
      className={`button ghost ${styles.button}`}
      aria-label={t('Preferences')}
      title={t('Preferences')}
      face={<PreferencesIcon size={16} />}
      load={loadPanel}
    >
      {({ PreferencesPanel }) => <PreferencesPanel />}
    </MenuButton>
  );
}
