import { t } from '../../words/words.ts';
import type { RequestFailure } from '../api/failure.ts';
import { readableAnswer } from '../api/readableAnswer.ts';
import { useSetting } from '../settings.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { formatDurationWords, formatInstant } from '../ui/format.ts';
import { useSecond } from '../ui/useSecond.ts';
import { failureWords } from './failureWords.ts';
import styles from './StaleNotice.module.css';
import { nextWords } from './nextWords.ts';
import { usePollState } from './usePollState.ts';

/**
 * Updates fail while earlier data are shown: says so at the window's lower edge, where it moves nothing. What ticks is
 * outside of the alert, which a screen reader would otherwise say again each second.
 */
export function StaleNotice({
  environment,
  id,
  failure,
}: {
  environment: string;
  id: string;
  failure: RequestFailure;
}) {
  const { title, advice } = failureWords(failure, environment, true);
  const { refresh } = usePollState(environment, id);
  return (
    <div className={styles.notice}>
      <FailureNotice
        title={title}
        code={failure.code}
        message={failure.message}
        requestId={failure.requestId}
        answer={readableAnswer(failure)}
        onRetry={refresh}
      >
        {advice !== null && <p>{advice}</p>}
      </FailureNotice>
      <Age environment={environment} id={id} />
    </div>
  );
}

function Age({ environment, id }: { environment: string; id: string }) {
  const state = usePollState(environment, id);
  const zone = useSetting('zone');
  const now = useSecond();
  if (state.updatedAt === null) return null;
  const old = Math.max(0, Math.floor((now - state.updatedAt) / 1000) * 1000);
  return (
    <p className={styles.age}>
      {t('Shown as of {time}, {age} ago', {
        time: formatInstant(state.updatedAt, zone, now),
        age: formatDurationWords(old),
      })}
      {' · '}
      {nextWords(state, now)}
    </p>
  );
}
