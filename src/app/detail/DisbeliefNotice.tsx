import { useQuery } from '@tanstack/react-query';
import type { Operation } from '../../toloka/operation.ts';
import { statusLabel } from '../../toloka/vocabulary.ts';
import { t } from '../../words/words.ts';
import { disbeliefQuery } from '../api/operationReadings.ts';
import { useSetting } from '../settings.ts';
import { formatInstant } from '../ui/format.ts';
import { rich } from '../ui/rich.tsx';
import { useSecond } from '../ui/useSecond.ts';
import styles from './DisbeliefNotice.module.css';
import { statusWord } from './titles.ts';
import { usePollState } from './usePollState.ts';

/**
 * The API has taken an operation's end back, which cannot be: says what it answered and when, at the window's lower
 * edge, where it moves nothing. The page goes on showing the end.
 */
export function DisbeliefNotice({ environment, operation }: { environment: string; operation: Operation }) {
  const { data: disbelief } = useQuery(disbeliefQuery(environment, operation.id));
  const { refresh } = usePollState(environment, operation.id);
  const zone = useSetting('zone');
  const now = useSecond(false);
  return (
    <div role="status" aria-label={t('Contradiction')} className={styles.place}>
      {disbelief && (
        <div className={styles.notice}>
          <p>
            {rich(
              'At {time} the API answered {answer}. An operation that has ended never changes again, so this page keeps what was read at {kept}: {status}.',
              {
                time: formatInstant(disbelief.at, zone, now),
                answer: <b>{statusLabel(disbelief.answer.status) || t('without a status')}</b>,
                kept: formatInstant(disbelief.keptAt, zone, now),
                status: <b>{statusWord(operation)}</b>,
              },
            )}
          </p>
          <button type="button" className="button" onClick={refresh}>
            {t('Ask again')}
          </button>
        </div>
      )}
    </div>
  );
}
