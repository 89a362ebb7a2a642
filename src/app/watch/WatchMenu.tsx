import { useId, useState } from 'react';
import { plural, t } from '../../words/words.ts';
import { EyeIcon, FailIcon, RunningIcon, SuccessIcon } from '../ui/icons.tsx';
import { Later } from '../ui/Later.tsx';
import { ahead } from '../ui/parts.ts';
import { Popover } from '../ui/Popover.tsx';
import { hasFailed, type WatchedOperation } from './watched.ts';
import { useWatched } from './watchStore.ts';
import styles from './WatchMenu.module.css';

const loadPanel = ahead(() => import('./WatchPanel.tsx'));

/** What is watched, in the header of every page: how many, how it stands, and the list of them behind it. */
export function WatchMenu({ environment }: { environment: string }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const { entries } = useWatched();
  const { state, words } = standing(entries);
  const Icon = ICONS[state];
  const button = (
    <button
      type="button"
      className="button ghost"
      popoverTarget={id}
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-controls={id}
    >
      <span className={styles[state]}>
        <Icon size={14} />
      </span>
      <span className={styles.word}>{t('Watching')}</span>
      <b className={styles.count}>{entries.length > 0 && entries.length}</b>
      {words !== '' && <span className="visually-hidden">: {words}</span>}
    </button>
  );
  return (
    <div className={styles.place}>
      <Popover id={id} label={t('Watching')} open={open} onOpenChange={setOpen} anchor={button}>
        {(close) => (
          <Later load={loadPanel}>
            {({ WatchPanel }) => <WatchPanel environment={environment} close={close} />}
          </Later>
        )}
      </Popover>
    </div>
  );
}

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
