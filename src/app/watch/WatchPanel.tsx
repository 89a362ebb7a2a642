import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { t, type Text } from '../../words/words.ts';
import { shortId } from '../ui/format.ts';
import { rich } from '../ui/rich.tsx';
import { Notify } from './Notify.tsx';
import { clearEnded, stopWatching, watchKey, type WatchedOperation } from './watched.ts';
import { WatchedRow } from './WatchedRow.tsx';
import type { StorageTrouble } from '../storedState.ts';
import { changeWatched, useWatched } from './watchStore.ts';
import styles from './WatchPanel.module.css';

const TROUBLE = {
  blocked: 'This browser keeps nothing for this page, so what you watch lasts until the tab is closed.',
  full: 'The browser’s storage is full, so what you watch now lasts until the tab is closed.',
  newer:
    'What is stored here was written by a newer version of this dashboard and is left alone. What you watch now lasts until the tab is closed.',
  damaged: 'Some of what was watched could not be read and is left out.',
} as const satisfies Record<StorageTrouble, Text>;

/** All that is watched, what still runs first, and whether the system shall tell an end. */
export function WatchPanel({ environment, close }: { environment: string; close: () => void }) {
  const { entries, trouble } = useWatched();
  const [said, say] = useState('');
  const head = useRef<HTMLHeadingElement>(null);
  const ended = entries.filter(({ endedAt }) => endedAt !== null);
  const running = entries.filter(({ endedAt }) => endedAt === null);
  const latestFirst = ended.toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0));
  /** What is pressed goes away with its row, and the focus must not go with it. */
  const change = (edit: Parameters<typeof changeWatched>[0], words: string) => {
    flushSync(() => {
      changeWatched(edit);
      say(words);
    });
    head.current?.focus();
  };
  const remove = (entry: WatchedOperation) => {
    const id = shortId(entry.id);
    const words =
      entry.endedAt === null ? t('{id} is no longer watched', { id }) : t('{id} is off the list', { id });
    change((list) => stopWatching(list, [watchKey(entry)]), words);
  };
  return (
    <div className={styles.panel}>
      {trouble !== null && (
        <p role="alert" className={styles.trouble}>
          {t(TROUBLE[trouble])}
        </p>
      )}
      <div className={styles.head}>
        <h2 ref={head} tabIndex={-1}>
          {t('Watched until they end')}
        </h2>
        {ended.length > 0 && (
          <button
            type="button"
            className="button small ghost"
            onClick={() => change(clearEnded, t('What has ended is off the list'))}
          >
            {t('Clear ended')}
          </button>
        )}
      </div>
      {entries.length === 0 ? (
        <p className={styles.nothing}>
          {rich(
            'Nothing is watched. Press {watch} on an operation’s page, or select operations in the list. The title and icon of this tab then show how it goes, whichever page you are on.',
            { watch: <b>{t('Watch')}</b> },
          )}
        </p>
      ) : (
        <ul aria-label={t('Watched operations')} className={styles.list}>
          {[...running, ...latestFirst].map((entry) => (
            <WatchedRow
              key={watchKey(entry)}
              entry={entry}
              here={environment}
              onFollow={close}
              onRemove={() => remove(entry)}
            />
          ))}
        </ul>
      )}
      <Notify />
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </div>
  );
}
