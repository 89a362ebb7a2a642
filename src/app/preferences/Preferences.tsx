import { useId, useLayoutEffect, useState } from 'react';
import { t } from '../../words/words.ts';
import { useSettings } from '../settings.ts';
import { PreferencesIcon } from '../ui/icons.tsx';
import { Later } from '../ui/Later.tsx';
import { ahead } from '../ui/parts.ts';
import { Popover } from '../ui/Popover.tsx';
import styles from './Preferences.module.css';
import { applyTheme } from './theme.ts';

const loadPanel = ahead(() => import('./PreferencesPanel.tsx'));

/** What somebody wants of the page, in the header of every page. It also lights the page as is chosen here or in another tab. */
export function Preferences() {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [{ theme }] = useSettings();
  useLayoutEffect(() => applyTheme(theme), [theme]);
  const button = (
    <button
      type="button"
      className={`button ghost ${styles.button}`}
      popoverTarget={id}
      aria-label={t('Preferences')}
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-controls={id}
      title={t('Preferences')}
    >
      <PreferencesIcon size={16} />
    </button>
  );
  return (
    <Popover id={id} label={t('Preferences')} open={open} onOpenChange={setOpen} anchor={button}>
      {() => <Later load={loadPanel}>{({ PreferencesPanel }) => <PreferencesPanel />}</Later>}
    </Popover>
  );
}
