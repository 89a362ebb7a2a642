import { t } from '../../../words/words.ts';
import type { LogReading, LogSession } from '../../api/log/logSession.ts';
import { useSetting } from '../../settings.ts';
import { BusyBar } from '../../ui/BusyBar.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { formatDay } from '../../ui/format.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useSecond } from '../../ui/useSecond.ts';
import { expectedItems, keptUntil, missingLogWords } from './logPlan.ts';
import { emptyWords, endWords, isComing, percentRead, readingWords } from './logWords.ts';
import { useOperationLog } from './operationLog.ts';
import styles from './LogSection.module.css';

/** How reading goes, and the plain answer for each way in which it can end. */
export function ReadingState({
  reading,
  session,
}: {
  reading: LogReading | null;
  session: LogSession | null;
}) {
  const { operation, region, retry } = useOperationLog();
  const expected = expectedItems(operation);
  // The buttons go away with what they are about; the focus must stay in the region.
  const keepFocus = () => region.current?.focus({ preventScroll: true });
  if (reading === null || session === null || isComing(reading)) {
    const stop = () => {
      keepFocus();
      session?.stop();
    };
    return <Coming reading={reading} expected={expected} onStop={stop} />;
  }
  const again = () => {
    keepFocus();
    retry();
  };
  const end = endWords(reading);
  if (reading.failure) return <Failed reading={reading} words={end} onRetry={again} />;
  return (
    <>
      {end !== null && (
        <p className={styles.state}>
          {end}
          <button type="button" className="button small" onClick={again}>
            {t('Read the log again')}
          </button>
        </p>
      )}
      {reading.phase === 'complete' && reading.items === 0 && <p className="muted">{emptyWords(expected)}</p>}
      {reading.single && (
        <p className={styles.note}>
          {t('The API sent one object instead of a list of items; it is shown as a log of one.')}
        </p>
      )}
    </>
  );
}

function Coming({
  reading,
  expected,
  onStop,
}: {
  reading: LogReading | null;
  expected: number | null;
  onStop: () => void;
}) {
  const percent = reading && percentRead(reading, expected);
  return (
    <div className={styles.state}>
      {percent === null ? (
        <BusyBar label={t('Reading the log')} />
      ) : (
        <ProgressBar label={t('Reading the log')} percent={percent} />
      )}
      <span>{reading ? readingWords(reading, expected) : t('Asking for the log…')}</span>
      {reading && (
        <button type="button" className="button small" onClick={onStop}>
          {t('Stop')}
        </button>
      )}
    </div>
  );
}

function Failed({
  reading,
  words,
  onRetry,
}: {
  reading: LogReading;
  words: string | null;
  onRetry: () => void;
}) {
  const { operation } = useOperationLog();
  const zone = useSetting('zone');
  const now = useSecond(false);
  const { failure, items, phase } = reading;
  if (!failure) return null;
  if (failure.status === 404 && items === 0) {
    const until = keptUntil(operation);
    const day = until === null ? null : formatDay(until, zone, now);
    return <p className="muted">{missingLogWords(operation, now, day)}</p>;
  }
  const title = items === 0 ? t('The log could not be loaded') : titleOf(phase);
  return (
    <div className={styles.failure}>
      <FailureNotice
        title={title}
        code={failure.code}
        message={failure.message}
        requestId={failure.requestId}
        onRetry={onRetry}
      >
        {words !== null && phase !== 'failed' && <p>{words}</p>}
      </FailureNotice>
    </div>
  );
}

/** When another try has failed, what came before stays, whole or not. */
function titleOf(phase: LogReading['phase']): string {
  return phase === 'cut' ? t('The log is incomplete') : t('The log could not be read again');
}
