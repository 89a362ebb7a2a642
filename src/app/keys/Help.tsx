import { useId } from 'react';
import { t } from '../../words/words.ts';
import { changeSettings, useSetting } from '../settings.ts';
import { CrossIcon } from '../ui/icons.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './Help.module.css';
import { capOf, SHORTCUTS } from './shortcuts.ts';

/** All keys, group by group, and the switch that turns the single ones off. */
export function Help({ paletteKeys, close }: { paletteKeys: string; close: () => void }) {
  const id = useId();
  const keys = useSetting('keys');
  return (
    <div className={styles.help}>
      <div className={styles.head}>
        <h2>{t('Keyboard shortcuts')}</h2>
        <button type="button" className="button ghost" aria-label={t('Close')} onClick={close}>
          <CrossIcon />
        </button>
      </div>
      <div className={`${styles.groups} ${keys ? '' : styles.off}`}>
        {SHORTCUTS.map(({ label, rows }, index) => (
          <section key={label} aria-labelledby={`${id}-${index}`} className={styles.group}>
            <h3 id={`${id}-${index}`}>{t(label)}</h3>
            <dl>
              {index === SHORTCUTS.length - 1 && (
                <Row keys={paletteKeys.split(' ')} words={t('Search and commands')} />
              )}
              {rows.map(({ keys: row, words }) => (
                <Row key={words} keys={row.split(' ').map(capOf)} words={t(words)} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className={styles.foot}>
        <Switch
          label={t('Single-key shortcuts')}
          hint={t(
            'They do nothing while you type. Switch them off if speech input or another tool sets them off.',
          )}
          checked={keys}
          onChange={(on) => changeSettings({ keys: on })}
        />
      </div>
    </div>
  );
}

function Row({ keys, words }: { keys: readonly string[]; words: string }) {
  return (
    <div className={styles.row}>
      <dt>{words}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key} className={styles.cap}>
            {key}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
