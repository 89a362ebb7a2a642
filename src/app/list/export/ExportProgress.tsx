import { t } from '../../../words/words.ts';
import { environmentLabel } from '../../environments.ts';
import { BusyBar } from '../../ui/BusyBar.tsx';
import { useSecond } from '../../ui/useSecond.ts';
import type { ExportRun, ExportState } from './exportRun.ts';
import { outcomeWords, progressWords } from './exportWords.ts';
import { FORMATS } from './formats.ts';
import styles from './export.module.css';

/** How an export is getting on, and what can be done about it. */
export function ExportProgress({
  run,
  state,
  onNew,
}: {
  run: ExportRun;
  state: ExportState;
  onNew: () => void;
}) {
  const { environment, query, format } = run.request;
  const { phase, failure, wait, file } = state;
  const running = phase === 'running';
  const now = useSecond(running);
  return (
    <div className={styles.panel}>
      <p>
        <b>{FORMATS[format].label}</b>{' '}
        <span className={styles.quiet}>
          {t('of {environment}', { environment: environmentLabel(environment) })}
        </span>
      </p>
      {running && <BusyBar label={t('Export')} />}
      <p className={styles.count}>{progressWords(state, query.find !== null, now)}</p>
      {running && wait && (
        <p role="timer" aria-live="off">
          <code>{wait.failure.code}</code>{' '}
          {t('Next try in {n} s.', { n: Math.max(0, Math.ceil((wait.at - now) / 1000)) })}
        </p>
      )}
      {running && (
        <p className={styles.quiet}>{t('It goes on while you look at other views of this tab.')}</p>
      )}
      <p role="status" className={styles.outcome}>
        {outcomeWords(state)} {file !== null && !running && phase !== 'failed' && <code>{file}</code>}
      </p>
      {failure && (phase === 'failed' || phase === 'lost') && (
        <div role="alert">
          <p>{t('The export had to stop here. What was received is kept.')}</p>
          <p>
            <code>{failure.code}</code> {failure.message}
          </p>
          {failure.requestId !== null && (
            <p className={styles.quiet}>
              request_id <code>{failure.requestId}</code>
            </p>
          )}
        </div>
      )}
      <div className={styles.actions}>
        {running && (
          <button type="button" className="button" onClick={run.stop}>
            {t('Stop')}
          </button>
        )}
        {phase === 'failed' && (
          <>
            <button type="button" className="button" onClick={() => void run.keep()}>
              {t('Save what was received')}
            </button>
            <button type="button" className="button primary" onClick={() => void run.go()}>
              {t('Retry')}
            </button>
          </>
        )}
        {!running && phase !== 'failed' && (
          <button type="button" className="button" onClick={onNew}>
            {t('New export')}
          </button>
        )}
      </div>
    </div>
  );
}
