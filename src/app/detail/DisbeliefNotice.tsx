import { useQuery } from '@tanstack/react-query';
import type { Operation } from '../../toloka/operation.ts';
import { statusLabel } from '../../toloka/vocabulary.ts';
import { disbeliefQuery } from '../api/readings.ts';
import { useSettings } from '../settings.ts';
import { formatInstant } from '../ui/format.ts';
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
  const [{ zone }] = useSettings();
  const now = useSecond(false);
  return (
    <div role="status" aria-label="Contradiction" className={styles.place}>
      {disbelief && (
        <div className={styles.notice}>
          <p>
            At {formatInstant(disbelief.at, zone, now)} the API answered{' '}
            <b>{statusLabel(disbelief.answer.status) || 'without a status'}</b>. An operation that has ended
            never changes again, so this page keeps what was read at{' '}
            {formatInstant(disbelief.keptAt, zone, now)}: <b>{statusWord(operation)}</b>.
          </p>
          <button type="button" className="button" onClick={refresh}>
            Ask again
          </button>
        </div>
      )}
    </div>
  );
}
