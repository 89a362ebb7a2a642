import { useState } from 'react';
import { t, type Text } from '../../words/words.ts';
import { ToggleButton } from '../ui/ToggleButton.tsx';
import { askPermission, notifyPermission, type NotifyPermission } from './notifications.ts';
import { changeWatched, useWatched } from './watchStore.ts';
import styles from './WatchPanel.module.css';

const WORDS = {
  default: 'The system can tell you when one ends while this tab is hidden. Your browser will ask you first.',
  granted: 'The system tells you when one ends while this tab is hidden.',
  denied:
    'Your browser blocks notifications for this page. To allow them, open the site’s settings beside the address, allow notifications, and press again. The tab’s title and icon still show when it ends.',
  insecure:
    'Notifications need an address that begins with https:// or http://localhost. The tab’s title and icon still show when it ends.',
  unsupported:
    'This browser has no notifications for pages. The tab’s title and icon still show when it ends.',
} as const satisfies Record<NotifyPermission, Text>;

/** Whether the system tells an end. The one place from which the browser is made to ask for it, and only by a click. */
export function Notify() {
  const { notify } = useWatched();
  const [permission, setPermission] = useState(notifyPermission);
  const possible = permission !== 'insecure' && permission !== 'unsupported';
  const on = notify && permission === 'granted';
  const press = async () => {
    const now = on ? permission : await askPermission();
    setPermission(now);
    changeWatched((list) => ({ ...list, notify: !on && now === 'granted' }));
  };
  return (
    <div className={styles.notify}>
      {possible && (
        <ToggleButton pressed={on} onChange={() => void press()}>
          {t('Notify me')}
        </ToggleButton>
      )}
      <p role="status">
        {permission === 'granted' && !on
          ? t('The system can tell you when one ends while this tab is hidden.')
          : t(WORDS[permission])}
      </p>
    </div>
  );
}
