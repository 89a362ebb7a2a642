import { useRef } from 'react';
import { t } from '../../../words/words.ts';
import type { LogReading } from '../../api/log/logSession.ts';
import { Later } from '../../ui/Later.tsx';
import { stopWords } from '../batchSentence.ts';
import { Section } from '../Section.tsx';
import { expectsFailures, loadLabel } from './logPlan.ts';
import { causesWords } from './logWords.ts';
import { useOperationLog, useReading } from './operationLog.ts';
import styles from './WhyFailed.module.css';

/** What shows the reasons comes with the first failed batch. */
const loadReasons = () => import('./Reasons.tsx');

/**
 * Why a batch failed, wholly or in part, as its log tells: the causes by how many items they concern, and the files to
 * mend and send again. Nothing for an operation that did not fail or keeps no log.
 */
export function WhyFailed() {
  const { operation, session } = useOperationLog();
  const reading = useReading(session);
  const stopped = stopWords(operation);
  const region = useRef<HTMLElement>(null);
  // The button goes away; the focus must not fall out of the region with it.
  const keepFocus = () => region.current?.focus({ preventScroll: true });
  if (!expectsFailures(operation) && !reading?.failed) return null;
  return (
    <Section
      title={t('Why it failed')}
      ref={region}
      note={reading && reading.failed > 0 && <span>{causesWords(reading)}</span>}
    >
      <div className={styles.why}>
        {stopped !== null && <p className={styles.stopped}>{stopped}</p>}
        <FromLog reading={reading} onLoad={keepFocus} />
      </div>
    </Section>
  );
}

/** The reasons, or where they have gone. */
function FromLog({ reading, onLoad }: { reading: LogReading | null; onLoad: () => void }) {
  const { operation, wanted, load, broken } = useOperationLog();
  if (!wanted) {
    const show = () => {
      load();
      onLoad();
    };
    return (
      <p className={styles.words}>
        {t('The reasons are in the log, which is large.')}{' '}
        <button type="button" className="button small" onClick={show}>
          {loadLabel(operation)}
        </button>
      </p>
    );
  }
  if (broken || reading?.phase === 'failed') {
    const missing = reading?.failure?.status === 404;
    return (
      <p className={styles.words}>
        {missing
          ? t('The API has no log of it, and gives the reasons nowhere else.')
          : t('The reasons are in the log, which could not be loaded. See under Log.')}
      </p>
    );
  }
  return (
    <div className={styles.reasons}>
      <Later load={loadReasons}>{({ Reasons }) => <Reasons reading={reading} />}</Later>
    </div>
  );
}
