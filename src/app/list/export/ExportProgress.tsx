import { ENVIRONMENTS, isEnvironmentName } from '../../../toloka/environments.ts';
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
          of {isEnvironmentName(environment) ? ENVIRONMENTS[environment].label : environment}
        </span>
      </p>
      {running && <BusyBar label="Export" />}
      <p className={styles.count}>{progressWords(state, query.find !== null, now)}</p>
      {running && wait && (
        <p role="timer" aria-live="off">
          <code>{wait.failure.code}</code> Next try in {Math.max(0, Math.ceil((wait.at - now) / 1000))} s.
        </p>
      )}
      {running && <p className={styles.quiet}>It goes on while you look at other views of this tab.</p>}
      <p role="status" className={styles.outcome}>
        {outcomeWords(state)} {file !== null && !running && phase !== 'failed' && <code>{file}</code>}
      </p>
      {failure && (phase === 'failed' || phase === 'lost') && (
        <div role="alert">
          <p>The export had to stop here. What came is kept.</p>
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
            Stop
          </button>
        )}
        {phase === 'failed' && (
          <>
            <button type="button" className="button" onClick={() => void run.keep()}>
              Save what came
            </button>
            <button type="button" className="button primary" onClick={() => void run.go()}>
              Retry
            </button>
          </>
        )}
        {!running && phase !== 'failed' && (
          <button type="button" className="button" onClick={onNew}>
            New export
          </button>
        )}
      </div>
    </div>
  );
}
