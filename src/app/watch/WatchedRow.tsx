import { Link } from '../Link.tsx';
import { statusLabel, typeLabel } from '../../toloka/vocabulary.ts';
import { t } from '../../words/words.ts';
import { environmentLabel } from '../environments.ts';
import { operationHref } from '../links.ts';
import { statusTone } from '../presentation.ts';
import { useSetting } from '../settings.ts';
import { formatInstant, shortId } from '../ui/format.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { useSecond } from '../ui/useSecond.ts';
import { useTrouble } from './useTrouble.ts';
import type { WatchedOperation } from './watched.ts';
import styles from './WatchPanel.module.css';

/** A watched operation: what it is, how far or what came of it, and the way to its page. */
export function WatchedRow({
  entry,
  here,
  onFollow,
  onRemove,
}: {
  entry: WatchedOperation;
  /** The environment that one looks at: another one is named. */
  here: string;
  onFollow: () => void;
  onRemove: () => void;
}) {
  const { environment, id, type, endedAt } = entry;
  const trouble = useTrouble(entry);
  const words = typeLabel(type) || t('Operation');
  const action = endedAt === null ? t('Stop watching') : t('Dismiss');
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <Link className={styles.link} to={operationHref(environment, id)} onClick={onFollow}>
          <b>{words}</b> <code title={id}>{shortId(id)}</code>
        </Link>
        {environment !== here && <span className={styles.tag}>{environmentLabel(environment)}</span>}
      </div>
      <div className={styles.line}>
        {trouble === null ? <Standing entry={entry} /> : <LastRead entry={entry} />}
        <span className={styles.grow} />
        <button
          type="button"
          className="button small ghost"
          aria-label={`${action}: ${words} ${shortId(id)}`}
          onClick={onRemove}
        >
          {action}
        </button>
      </div>
      {trouble && (
        <p className={styles.unread}>
          {t('Cannot be read: {why}', { why: trouble.words })}
          {trouble.codes.map((code) => (
            <code key={code}> {code}</code>
          ))}
        </p>
      )}
    </li>
  );
}

function Standing({ entry: { id, status, progress, endedAt } }: { entry: WatchedOperation }) {
  const zone = useSetting('zone');
  const now = useSecond(false);
  return (
    <>
      {status !== '' && <StatusBadge tone={statusTone(status)}>{statusLabel(status)}</StatusBadge>}
      {endedAt !== null && <span className="muted">{formatInstant(endedAt, zone, now)}</span>}
      {endedAt === null && progress !== null && (
        <span className={styles.progress}>
          <ProgressBar percent={progress} label={t('Progress of {id}', { id: shortId(id) })} />
          <span className="muted">{progress}%</span>
        </span>
      )}
    </>
  );
}

/** What cannot be read may have gone on since: nothing moves or shines as if it were known. */
function LastRead({ entry: { status, progress } }: { entry: WatchedOperation }) {
  if (status === '') return <span className="muted">{t('Not read yet')}</span>;
  return (
    <span className="muted">
      {progress === null
        ? t('Last read: {status}', { status: statusLabel(status) })
        : t('Last read: {status}, {percent}%', { status: statusLabel(status), percent: progress })}
    </span>
  );
}
