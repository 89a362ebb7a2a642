import { Later } from '../ui/Later.tsx';
import { useWatched } from './watchStore.ts';
import styles from './Watching.module.css';

const loadRunner = () => import('./WatchRunner.tsx');

/** Follows what is watched, if anything is: its code comes with the first operation. `shown` is as for `WatchRunner`. */
export function Watching({ shown }: { shown: string | null }) {
  const { entries } = useWatched();
  if (entries.length === 0) return null;
  return (
    <div className={styles.corner}>
      <Later load={loadRunner} waiting={null}>
        {({ WatchRunner }) => <WatchRunner shown={shown} />}
      </Later>
    </div>
  );
}
