import { useSettings } from '../settings.ts';
import { formatInstant } from '../ui/format.ts';
import { useSecond } from '../ui/useSecond.ts';
import { Section } from './Section.tsx';
import styles from './UpdatesCard.module.css';
import { nextWords } from './nextWords.ts';
import { usePollState } from './usePollState.ts';

/** How old what is shown is, and when it is asked for again. A leaf: it renders each second, the page does not. */
export function UpdatesCard({ environment, id }: { environment: string; id: string }) {
  const state = usePollState(environment, id);
  const [{ zone }] = useSettings();
  const now = useSecond(state.nextAt !== null);
  return (
    <Section title="Updates" look="card">
      <div className={styles.line}>
        <span>
          {state.updatedAt !== null && `Updated ${formatInstant(state.updatedAt, zone, now)} · `}
          {nextWords(state, now)}
        </span>
        <button type="button" className="button small" onClick={state.refresh}>
          Refresh
        </button>
      </div>
    </Section>
  );
}
