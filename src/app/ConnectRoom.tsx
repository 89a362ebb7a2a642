import { startedBy } from './connect.ts';
import styles from './ConnectRoom.module.css';
import { changeSettings, useSetting } from './settings.ts';
import { Later } from './ui/Later.tsx';

const load = () => import('./ConnectCard.tsx');

/**
 * Where there is only the demo: the place above the list for the card that tells how to connect an account. It has the
 * card's size before the card's code is there, so that no row moves.
 */
export function ConnectRoom() {
  const connect = useSetting('connect');
  const start = startedBy();
  if (start === null || !connect) return null;
  return (
    <div id="connect" className={styles.room}>
      <Later load={load} waiting={null} optional>
        {({ ConnectCard }) => <ConnectCard start={start} onHide={() => changeSettings({ connect: false })} />}
      </Later>
    </div>
  );
}
