import { plural, t } from '../../../words/words.ts';
import type { LogReading } from '../../api/log/logSession.ts';
import { CauseList } from './CauseList.tsx';
import { Downloads } from './Downloads.tsx';
import { isComing } from './logWords.ts';
import styles from './WhyFailed.module.css';

/** The causes that a log names, and what one can take from it. The box has its height before they are there. */
export function Reasons({ reading }: { reading: LogReading | null }) {
  if (reading && reading.failed > 0) {
    return (
      <>
        <CauseList reading={reading} />
        {reading.unexplained > 0 && <Unexplained count={reading.unexplained} />}
        <Downloads reading={reading} />
      </>
    );
  }
  if (reading === null || isComing(reading)) {
    return <p className={styles.waiting}>{t('Looking for the reasons in the log…')}</p>;
  }
  return <p className={styles.words}>{t('The log names no failed item.')}</p>;
}

function Unexplained({ count }: { count: number }) {
  return (
    <p className={styles.note}>
      {plural(
        count,
        'For {n} failed item the log gives no reason.',
        'For {n} failed items the log gives no reason.',
      )}
    </p>
  );
}
