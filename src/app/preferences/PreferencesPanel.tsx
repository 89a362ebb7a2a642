import { LANGUAGE_CODES, LANGUAGES } from '../../words/languages.ts';
import { t, type Text } from '../../words/words.ts';
import { changeSettings, THEMES, useSetting, useSettingsKept, type Theme } from '../settings.ts';
import { Switch } from '../ui/Switch.tsx';
import { chooseLanguage } from './chooseLanguage.ts';
import { RadioGroup, type Option } from './RadioGroup.tsx';
import styles from './PreferencesPanel.module.css';

const THEME_LABELS = { system: 'System', light: 'Light', dark: 'Dark' } as const satisfies Readonly<
  Record<Theme, Text>
>;

/** The theme, the language and the keys; each choice applies at once, a language by loading the page anew. */
export function PreferencesPanel() {
  const theme = useSetting('theme');
  const language = useSetting('language');
  const keys = useSetting('keys');
  const kept = useSettingsKept();
  const themes = THEMES.map((value): Option<Theme> => ({ value, label: t(THEME_LABELS[value]) }));
  const languages = LANGUAGE_CODES.map((value) => ({ value, label: LANGUAGES[value].name, lang: value }));
  return (
    <div className={styles.panel}>
      <RadioGroup
        label={t('Theme')}
        options={themes}
        value={theme}
        onChange={(value) => changeSettings({ theme: value })}
      />
      <RadioGroup
        label={t('Language')}
        options={[{ value: null, label: t('Automatic') }, ...languages]}
        value={language}
        hint={t('The page reloads in the language you choose.')}
        onChange={(value, byPointer) => chooseLanguage(value, { byPointer })}
      />
      <div className={styles.keys}>
        <Switch
          label={t('Single-key shortcuts')}
          hint={t(
            'Keys like / and J, pressed alone. Switch them off if speech input or another tool sets them off.',
          )}
          checked={keys}
          onChange={(on) => changeSettings({ keys: on })}
        />
      </div>
      {kept ? (
        <p className={styles.hint}>{t('Kept in this browser only.')}</p>
      ) : (
        <p role="status" className={styles.warning}>
          {t(
            'This browser keeps nothing for this page: its storage is full or blocked. What you choose holds until the page is loaded again, and the language stays as it is.',
          )}
        </p>
      )}
    </div>
  );
}
