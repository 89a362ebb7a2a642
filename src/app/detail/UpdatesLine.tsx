import { t } from '../../words/words.ts';
import { useAction } from '../actions.ts';
import { useSetting } from '../settings.ts';
import { formatInstant } from '../ui/format.ts';
import { useSecond } from '../ui/useSecond.ts';
import { nextWords } from './nextWords.ts';
import styles from './UpdatesLine.module.css';
import { usePollState } from './usePollState.ts';
import { useSlow } from './useSlow.ts';

/** How old what is shown is, and when it is asked for again. A leaf: it renders each second, the page does not. */
export function UpdatesLine({ environment, id }: { environment: string; id: string }) {
  const state = usePollState(environment, id);
  const slow = useSlow(environment, id);
  const zone = useSetting('zone');
  const now = useSecond(state.nextAt !== null);
  return (
    <div className={styles.line}>
      <button type="button" className="button small" {...useAction('refresh')} onClick={state.refresh}>
        {t('Refresh')}
      </button>
      <span className={styles.words}>
        {state.updatedAt !== null &&
          `${t('Updated {time}', { time: formatInstant(state.updatedAt, zone, now) })} · `}
        {slow ? t('the API is slow to answer') : nextWords(state, now)}
      </span>
    </div>
  );
}
