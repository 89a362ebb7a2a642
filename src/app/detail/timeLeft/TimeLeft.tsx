import type { Operation } from '../../../toloka/operation.ts';
import { t } from '../../../words/words.ts';
import { formatDurationWords } from '../../ui/format.ts';
import { useSecond } from '../../ui/useSecond.ts';
import { usePollState } from '../usePollState.ts';
import styles from './TimeLeft.module.css';
import { insteadWords, rangeWords, sourceWords } from './timeLeftWords.ts';
import { useTimeLeft, type TimeLeftReading } from './useTimeLeft.ts';

/** An answer is this old at most before the next one must be there, ms: nothing is claimed of the time beyond. */
const NEXT_ANSWER_MS = 20_000;

/**
 * When a running operation will end, and how one knows. A leaf: it renders with each answer. Two boxes of a fixed size,
 * empty where nothing can be said; nothing at all while answers fail.
 */
export function TimeLeft({ environment, operation }: { environment: string; operation: Operation }) {
  const reading = useTimeLeft(environment, operation);
  const { failedAt } = usePollState(environment, operation.id);
  if (!reading || failedAt !== null) return null;
  const { left, lately } = reading;
  return (
    <div className={styles.both}>
      <span className={styles.left}>
        {left.kind === 'range' && (
          <strong>{t('{range} left', { range: rangeWords(left.fromMs, left.toMs) })}</strong>
        )}
        {left.kind === 'stalled' && <Stalled since={left.since} reading={reading} />}
      </span>
      <span className={styles.source}>
        {left.kind === 'range' ? sourceWords(left.source, lately) : insteadWords(left, lately)}
      </span>
    </div>
  );
}

/** The only words that tick: how long it has not moved, as far as answers tell. */
function Stalled({ since, reading }: { since: number; reading: TimeLeftReading }) {
  const now = useSecond();
  const known = (reading.record.samples.at(-1)?.at ?? since) + NEXT_ANSWER_MS;
  const seconds = Math.max(0, Math.floor((Math.min(now, known) - since) / 1000));
  return t('No progress for {time}', { time: formatDurationWords(seconds * 1000) });
}
