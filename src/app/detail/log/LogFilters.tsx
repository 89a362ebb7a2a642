import type { LogReading, LogView } from '../../api/log/logSession.ts';
import { t, type Text } from '../../../words/words.ts';
import { formatCount } from '../../ui/format.ts';
import { OUTCOMES, type Outcome } from './logSearch.ts';
import { causeName, matchesWords } from './logWords.ts';
import { TextFilter } from './TextFilter.tsx';
import styles from './LogFilters.module.css';
import { useLogSearch } from './useLogSearch.ts';
import type { OpenView } from './viewSwitch.ts';

const WORDS: Readonly<Record<Outcome, Text>> = {
  all: 'All##items',
  failed: 'Failed##items',
  succeeded: 'Succeeded##items',
};
const COUNTS = { all: 'items', failed: 'failed', succeeded: 'succeeded' } as const;

/** Which items are listed: by outcome, by cause, by a text in them; all of it kept in the link. */
export function LogFilters({
  open,
  view,
  reading,
  outcome,
  place,
  through,
}: {
  open: OpenView;
  view: LogView;
  reading: LogReading;
  /** The outcome that is shown, whether the link names it or not. */
  outcome: Outcome;
  /** Where the marked item stands among the matches, from 0. */
  place: number | null;
  through: boolean;
}) {
  const { search, go } = useLogSearch();
  return (
    <div role="group" aria-label={t('Log filters')} className={styles.filters}>
      <div className={styles.outcomes}>
        {OUTCOMES.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.outcome}
            aria-pressed={each === outcome}
            onClick={() => go({ outcome: each, item: null })}
          >
            {t(WORDS[each])} <span className={styles.count}>{formatCount(reading[COUNTS[each]])}</span>
          </button>
        ))}
      </div>
      {(reading.causes.length > 0 || search.cause !== null) && (
        <CauseFilter reading={reading} cause={search.cause} onChange={(cause) => go({ cause, item: null })} />
      )}
      <TextFilter />
      <div className={styles.steps}>
        <span className={styles.matches}>
          {place === null
            ? matchesWords(view.matches, through ? reading.items : view.searched, reading)
            : t('{place} of {count}', {
                place: formatCount(place + 1),
                count: formatCount(view.matches),
              })}
        </span>
        <Step open={open} view={view} place={place} by={-1} />
        <Step open={open} view={view} place={place} by={1} />
      </div>
    </div>
  );
}

function CauseFilter({
  reading,
  cause,
  onChange,
}: {
  reading: LogReading;
  cause: string | null;
  onChange: (cause: string | null) => void;
}) {
  const known = reading.causes.some(({ key }) => key === cause);
  return (
    <select
      className={`field ${styles.cause} ${cause === null ? '' : styles.set}`}
      aria-label={t('Cause')}
      value={cause ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">{t('Any cause')}</option>
      {cause !== null && !known && (
        <option value={cause}>{t('Cause {cause}, not met yet', { cause })}</option>
      )}
      {reading.causes.map((each) => (
        <option key={each.key} value={each.key}>
          {causeName(each, reading.causes)} ({formatCount(each.count)})
        </option>
      ))}
    </select>
  );
}

/** Goes to the match before or behind the marked item, which the link then names. Begins anew at either end. */
function Step({
  open,
  view,
  place,
  by,
}: {
  open: OpenView;
  view: LogView;
  place: number | null;
  by: 1 | -1;
}) {
  const { go } = useLogSearch();
  const step = async () => {
    const from = place ?? (by === 1 ? -1 : 0);
    const next = (from + by + view.matches) % view.matches;
    const [entry] = await open.handle.entries(next, 1).catch(() => []);
    // Nothing comes from a view that was closed meanwhile; the button then belongs to another one.
    if (entry) go({ item: entry.number }, { replace: true });
  };
  const name = by === 1 ? t('Next match') : t('Previous match');
  return (
    <button
      type="button"
      className={`button small ${styles.step}`}
      aria-label={name}
      title={name}
      aria-disabled={view.matches === 0}
      onClick={() => view.matches > 0 && void step()}
    >
      <span aria-hidden="true">{by === 1 ? '↓' : '↑'}</span>
    </button>
  );
}
