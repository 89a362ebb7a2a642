import { useEffect, useEffectEvent, useState, useTransition } from 'react';
import { t } from '../../words/words.ts';
import { FindIcon } from '../ui/icons.tsx';
import { Later } from '../ui/Later.tsx';
import { ModalDialog } from '../ui/ModalDialog.tsx';
import { ahead } from '../ui/parts.ts';
import { isApple, paletteKeys } from './keyPress.ts';
import styles from './Keys.module.css';
import { listenForKeys } from './listen.ts';

const loadPalette = ahead(() => import('./palette/Palette.tsx'));
const loadHelp = ahead(() => import('./Help.tsx'));

/** The keys of the whole app, what they open, and the button in the header that opens the palette without any key. */
export function Keys() {
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const [apple] = useState(isApple);
  const [opening, begin] = useTransition();
  const close = () => setOpen(null);
  const palette = useEffectEvent(() => setOpen(open === 'palette' ? null : 'palette'));
  useEffect(() => listenForKeys({ palette: () => palette(), help: () => setOpen('help') }), []);
  return (
    <>
      <button
        type="button"
        className={`button ${styles.button} ${opening ? styles.opening : ''}`}
        aria-haspopup="dialog"
        aria-keyshortcuts={apple ? 'Meta+K' : 'Control+K'}
        title={t('Search and commands')}
        // The button answers first: the dialog has the whole page looked at anew. A key opens it at once, as what is typed
        // next is meant for it.
        onClick={() => begin(() => setOpen('palette'))}
      >
        <FindIcon />
        <span className="visually-hidden">{t('Search and commands')}</span>
        <kbd aria-hidden="true" className={styles.keys}>
          {paletteKeys(apple)}
        </kbd>
      </button>
      {open === 'palette' && (
        <ModalDialog label={t('Search and commands')} onClose={close}>
          <Later load={loadPalette}>
            {({ Palette }) => <Palette close={close} showHelp={() => setOpen('help')} />}
          </Later>
        </ModalDialog>
      )}
      {open === 'help' && (
        <ModalDialog label={t('Keyboard shortcuts')} onClose={close}>
          <Later load={loadHelp}>
            {({ Help }) => <Help paletteKeys={paletteKeys(apple)} close={close} />}
          </Later>
        </ModalDialog>
      )}
    </>
  );
}
