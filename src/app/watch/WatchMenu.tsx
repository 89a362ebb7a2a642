import { plural, t } from '../../words/words.ts';
import { FailIcon, icon, RunningIcon, SuccessIcon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { ahead } from '../ui/parts.ts';
import { hasFailed, type WatchedOperation } from './watched.ts';
import { useWatched } from './watchStore.ts';
import styles from './WatchMenu.module.css';

const loadPanel = ahead(() => import('./WatchPanel.tsx'));

/** What is watched, in the header of every page: how many, how it stands, and the list of them behind it. */
export function WatchMenu({ environment }: { environment: string }) {
  const { entries } = useWatched();
  const { state, words } = standing(entries);
  const Icon = ICONS[state];
  return (
    <div className={styles.place}>
      <MenuButton
        label={t('Watching')}
        className="button ghost"
        face={
          <>
            <span className={styles[state]}>
              <Icon size={14} />
            </span>
            <span className={styles.word}>{t('Watching')}</span>
            <b className={styles.count}>{entries.length > 0 && entries.length}</b>
            {words !== '' && <span className="visually-hidden">: {words}</span>}
          </>
        }
        load={loadPanel}
      >
        {({ WatchPanel }, close) => <WatchPanel environment={environment} close={close} />}
      </MenuButton>
    </div>
  );
}

/** An eye: this is kept an eye on. */
const EyeIcon = icon(
  { d: 'M1 7s2.2-3.9 6-3.9S13 7 13 7s-2.2 3.9-6 3.9S1 7 1 7z', strokeWidth: 1.3 },
  { d: 'M5.3 7a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0', fill: 'currentColor', stroke: 'none' },
);

const ICONS = { idle: EyeIcon, running: RunningIcon, success: SuccessIcon, fail: FailIcon } as const;

function standing(entries: readonly WatchedOperation[]): {
  readonly state: keyof typeof ICONS;
  readonly words: string;
} {
  const running = entries.filter(({ endedAt }) => endedAt === null).length;
  const failed = entries.filter(hasFailed).length;
  const succeeded = entries.length - running - failed;
  const words = [
    running > 0 && plural(running, '{n} running', '{n} running'),
    failed > 0 && plural(failed, '{n} failed', '{n} failed'),
    succeeded > 0 && plural(succeeded, '{n} succeeded', '{n} succeeded'),
  ].filter((each) => each !== false);
  const state = failed > 0 ? 'fail' : running > 0 ? 'running' : succeeded > 0 ? 'success' : 'idle';
  return { state, words: words.join(', ') };
}
