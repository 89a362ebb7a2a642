import { useState } from 'react';
import type { Operation } from '../../toloka/operation.ts';
import { isTerminal } from '../../toloka/vocabulary.ts';
import { t } from '../../words/words.ts';
import { statusTone } from '../presentation.ts';
import { BusyBar } from '../ui/BusyBar.tsx';
import { Later } from '../ui/Later.tsx';
import { ahead } from '../ui/parts.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { StretchWords } from './StretchWords.tsx';
import styles from './ProgressSection.module.css';
import { Section } from './Section.tsx';
import { TimeLeft } from './timeLeft/TimeLeft.tsx';
import { timelineOf } from './timeline.ts';

const loadCurve = ahead(() => import('./curve/ProgressCurve.tsx'));

const BAR_TONES = {
  running: 'running',
  success: 'success',
  fail: 'fail',
  pending: 'neutral',
  unknown: 'neutral',
} as const;

/**
 * How far it is, and when it will end. Its box keeps its height, whether there is a bar, a bar without a value, or none;
 * one that was over when it was come to has no room for the time left. The curve has its room from the first moment on
 * where it may come, and where it has been, so that nothing moves.
 */
export function ProgressSection({ environment, operation }: { environment: string; operation: Operation }) {
  const { progress, status } = operation;
  const [wasOpen] = useState(!isTerminal(status));
  const [mayCurve] = useState(status === 'PENDING' || (status === 'RUNNING' && progress !== null));
  const tone = BAR_TONES[statusTone(status)];
  return (
    <Section title={t('Progress')}>
      <div className={wasOpen ? styles.open : styles.box}>
        {progress === null ? (
          <span className={styles.none}>{withoutProgress(operation)}</span>
        ) : (
          <span className={styles.percent}>{progress}%</span>
        )}
        {status === 'RUNNING' && <TimeLeft environment={environment} operation={operation} />}
        <span className={styles.time}>
          <Lasting operation={operation} />
        </span>
        <div className={styles.bar}>
          {progress !== null && (
            <ProgressBar percent={progress} label={t('Progress')} tone={tone} size="page" />
          )}
          {progress === null && status === 'RUNNING' && <BusyBar label={t('Progress')} />}
        </div>
      </div>
      {mayCurve && (
        <div className={styles.curve}>
          {status !== 'PENDING' && (
            <Later load={loadCurve} waiting={null} optional>
              {({ EndedCurve, ProgressCurve }) =>
                isTerminal(status) ? (
                  <EndedCurve environment={environment} operation={operation} />
                ) : (
                  <ProgressCurve environment={environment} operation={operation} />
                )
              }
            </Later>
          )}
        </div>
      )}
      {progress !== null && !isTerminal(status) && <Announcer percent={progress} />}
    </Section>
  );
}

/** What stands where the percent would: why there is none. */
function withoutProgress({ status }: Operation): string {
  if (status === 'PENDING') return t('Not started yet');
  return isTerminal(status)
    ? t('The API sent no progress for this one.')
    : t('The API sends no progress for this one.');
}

/** The stretch of its life that matters now: the one that lasts, or how long it ran in the end. */
function Lasting({ operation }: { operation: Operation }) {
  const stretches = timelineOf(operation).flatMap((point) => (point.after ? [point.after] : []));
  const live = stretches.find((stretch) => stretch.kind === 'live');
  return <StretchWords stretch={live ?? stretches.at(-1) ?? { kind: 'unknown' }} />;
}

/** Says progress aloud in steps of a quarter: a word at each poll would never let anyone listen to the page. */
function Announcer({ percent }: { percent: number }) {
  const step = Math.floor(percent / 25) * 25;
  const [first] = useState(step);
  return (
    <div aria-live="polite" className="visually-hidden">
      {step > first && step < 100 ? t('{percent}% done', { percent: step }) : ''}
    </div>
  );
}
