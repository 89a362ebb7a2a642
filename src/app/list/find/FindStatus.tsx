import type { ListQuery } from '../../../toloka/listSearch.ts';
import { t } from '../../../words/words.ts';
import { useSetting } from '../../settings.ts';
import { formatInstant, zoneName } from '../../ui/format.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useSecond } from '../../ui/useSecond.ts';
import type { WalkWait } from '../../api/listWalk.ts';
import { ColumnsMenu } from '../columns/ColumnsMenu.tsx';
import { useToday } from '../useToday.ts';
import { LEG, type FindRun, type FindState } from './findRun.ts';
import { findWords, restWords } from './findWords.ts';
import styles from './find.module.css';

/** The line over what was found: how far the search is, what that leaves open, and the buttons that decide about it. */
export function FindStatus({ query, run, state }: { query: ListQuery; run: FindRun; state: FindState }) {
  const zone = useSetting('zone');
  const today = useToday(zone);
  const { phase, readAt, wait } = state;
  const rest = restWords(state);
  const searching = phase === 'searching';
  return (
    <div className={styles.status}>
      <div className={styles.line}>
        <b>{findWords(state, query, zone, today)}</b>
        {readAt !== null && !searching && state.found.length > 0 && (
          <span className={styles.quiet}>
            {t('Rows as read at {time}', { time: formatInstant(readAt, zone, today) })}
          </span>
        )}
        <span className={styles.quiet}>{t('Times in {zone}', { zone: zoneName(zone, today) })}</span>
        <span className={styles.grow} />
        {searching ? (
          <button type="button" className="button small" onClick={run.stop}>
            {t('Stop')}
          </button>
        ) : (
          <>
            {(phase === 'stopped' || phase === 'leg') && (
              <button type="button" className="button small primary" onClick={run.goOn}>
                {t('Continue')}
              </button>
            )}
            <button type="button" className="button small ghost" onClick={run.again}>
              {t('Search again')}
            </button>
          </>
        )}
        <ColumnsMenu />
      </div>
      <div className={styles.below}>
        {searching && (
          <ProgressBar
            label={t('Search')}
            percent={Math.min(100, Math.round(((state.searched - state.legFrom) / LEG) * 100))}
          />
        )}
        {searching && wait && <Waiting wait={wait} />}
        {rest}
      </div>
    </div>
  );
}

/** Why the search waits, and how long. No screen reader counts along. */
function Waiting({ wait }: { wait: WalkWait }) {
  const now = useSecond();
  const seconds = Math.max(0, Math.ceil((wait.at - now) / 1000));
  return (
    <span role="timer" aria-live="off">
      <code>{wait.failure.code}</code>{' '}
      {seconds === 0 ? t('Next try now.') : t('Next try in {n} s.', { n: seconds })}
    </span>
  );
}
