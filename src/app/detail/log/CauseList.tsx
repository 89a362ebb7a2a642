import { useState } from 'react';
import { Link } from '../../Link.tsx';
import type { FailureCause, LogReading } from '../../api/log/logSession.ts';
import { plural, t } from '../../../words/words.ts';
import { formatCount } from '../../ui/format.ts';
import { isComing, itemsWords, sharePercent } from './logWords.ts';
import { useOperationLog } from './operationLog.ts';
import { useLogSearch } from './useLogSearch.ts';
import styles from './CauseList.module.css';

/** So many causes are shown at first: nearly all failed batches have fewer. */
const TOP = 5;

/** The causes of failures, most frequent first. Each is a link to the log's items that failed for it. */
export function CauseList({ reading }: { reading: LogReading }) {
  const [all, setAll] = useState(false);
  const { search } = useLogSearch();
  const { causes, causeCount, failed } = reading;
  const beyond = all ? [] : causes.slice(TOP);
  // The chosen cause is always among those shown, whatever its place.
  const shown = causes.filter((cause) => !beyond.includes(cause) || cause.key === search.cause);
  const overlaps = causes.reduce((sum, { count }) => sum + count, 0) > failed - reading.unexplained;
  return (
    <div>
      <ul className={styles.list}>
        {shown.map((cause) => (
          <Cause key={cause.key} cause={cause} failed={failed} chosen={cause.key === search.cause} />
        ))}
      </ul>
      <p className={styles.foot}>
        {causes.length > TOP && (
          <button type="button" className="button small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? t('Only the {top} most frequent', { top: TOP })
              : plural(causes.length, 'All {n} cause', 'All {n} causes')}
          </button>
        )}
        {causeCount > causes.length && (
          <span>
            {t('The {listed} most frequent of {all} causes are listed.', {
              listed: formatCount(causes.length),
              all: formatCount(causeCount),
            })}
          </span>
        )}
        {overlaps && !isComing(reading) && (
          <span>{t('An item that failed for several causes counts in each.')}</span>
        )}
      </p>
    </div>
  );
}

function Cause({ cause, failed, chosen }: { cause: FailureCause; failed: number; chosen: boolean }) {
  const { region } = useOperationLog();
  const { to, state } = useLogSearch();
  const { key, path, code, message, count, first } = cause;
  // The items stand further down the page: what was chosen must be seen to have an effect.
  const show = () => {
    if (chosen) return;
    region.current?.scrollIntoView({ block: 'start' });
    region.current?.focus({ preventScroll: true });
  };
  const filtered = to({ cause: chosen ? null : key, outcome: null, text: '', item: null });
  return (
    <li className={`${styles.cause} ${chosen ? styles.chosen : ''}`}>
      <div className={styles.words}>
        <Link
          className={styles.choose}
          to={filtered}
          state={state}
          aria-current={chosen ? 'true' : undefined}
          onClick={show}
        >
          {path !== '' && <code>{path}</code>} <span>{code}</span>
          <span className="visually-hidden">
            , {itemsWords(count)}
            {chosen ? t(', chosen: show all again') : ''}
          </span>
        </Link>
        <p className={styles.message}>
          {message !== '' && <span>{message} · </span>}
          <Link
            className={`link ${styles.first}`}
            to={to({ cause: key, outcome: null, text: '', item: first })}
            state={state}
          >
            {t('first at item {item}', { item: formatCount(first) })}
          </Link>
        </p>
      </div>
      <span className={styles.bar} aria-hidden="true">
        <i style={{ width: `${sharePercent(count, failed)}%` }} />
      </span>
      <b className={styles.count} aria-hidden="true">
        {formatCount(count)}
      </b>
    </li>
  );
}
