import { useContext, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Link } from '../../Link.tsx';
import { decodeBatchCounts } from '../../../toloka/batchCounts.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { parseUtc } from '../../../toloka/time.ts';
import { isKnownStatus, isTerminal, statusLabel, typeLabel } from '../../../toloka/vocabulary.ts';
import { plural, t } from '../../../words/words.ts';
import { operationHref } from '../../links.ts';
import { operationSummary, statusTone } from '../../presentation.ts';
import {
  formatCount,
  formatDuration,
  formatDurationWords,
  formatInstant,
  formatInstantFull,
  shortId,
  zoneName,
} from '../../ui/format.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { rich } from '../../ui/rich.tsx';
import { statusBadge } from '../../ui/StatusBadge.tsx';
import { onSecond, thisSecond, useSecond } from '../../ui/useSecond.ts';
import { departedTag } from '../live/DepartedTag.tsx';
import type { Departure } from '../live/screen.ts';
import { durationOf, wholeSecondsSince } from './durations.ts';
import { RowMenuButton } from './RowMenuButton.tsx';
import { FrozenClock, type RowContext } from './rowContext.ts';
import styles from './cells.module.css';

const DAY_MS = 86_400_000;

/**
 * What stands in a cell. A plain function where it remembers nothing: a component for each cell of each row is a fifth of
 * the time to the first row, and of what a list holds in memory.
 * `departure` tells how the row has left the list, if it has.
 */
export type Cell = (operation: Operation, context: RowContext, departure?: Departure) => ReactNode;

/** A value that the API did not send. */
const missing = () => <span className="faint">–</span>;

/** The status as icon, word and colour. */
export const statusCell: Cell = ({ status }) =>
  status === ''
    ? missing()
    : statusBadge({
        tone: statusTone(status),
        children: isKnownStatus(status) ? (
          statusLabel(status)
        ) : (
          <span title={status}>{statusLabel(status)}</span>
        ),
      });

/** What the operation is, in words, as a link to its page. */
export const operationCell: Cell = (operation, { environment, handed, controls }, departure) => {
  const summary = operationSummary(operation);
  return (
    <>
      <Link
        className={styles.operation}
        data-row=""
        to={operationHref(environment, operation.id)}
        state={handed}
      >
        <b>{operation.type === '' ? '– ' : `${typeLabel(operation.type)} `}</b>
        {summary !== '' && <span className={styles.summary}>{`${summary} `}</span>}
        <span className={styles.id} title={operation.id}>
          {shortId(operation.id)}
        </span>
        {departure && departedTag(departure)}
      </Link>
      {controls && <RowMenuButton operation={operation} />}
    </>
  );
};

/** A code or an ID as the API sends it, in full. */
export function codeCell(code: string): ReactNode {
  if (code === '') return missing();
  return (
    <code className={styles.code} title={code}>
      {code}
    </code>
  );
}

/** How many items a batch has, and how many of them failed. */
export const itemsCell: Cell = ({ details }) => {
  const counts = decodeBatchCounts(details);
  if (!counts) return missing();
  const total = formatCount(counts.total);
  if (!counts.failed) return total;
  const failed = plural(counts.failed, '{n} failed##items', '{n} failed##items');
  return (
    <span title={t('{failed} of {total}##items', { failed, total })}>
      {rich('{failed} of {total}##items', { failed: <span className={styles.failed}>{failed}</span>, total })}
    </span>
  );
};

/** How far it is. Only what still runs carries a bar; what came of the others stands beside their type. */
export const progressCell: Cell = ({ progress, status }) => {
  if (progress === null) return missing();
  const percent = `${progress}%`;
  if (isTerminal(status)) return <span className="faint">{percent}</span>;
  return (
    <span className={styles.progress}>
      <ProgressBar percent={progress} label={t('Progress')} />
      <span className="muted">{percent}</span>
    </span>
  );
};

/** An API time in the chosen zone; on hover in the other one, and exactly as the API sent it. */
export function timeCell(time: string | null, { zone, today }: RowContext): ReactNode {
  const at = time === null ? null : parseUtc(time);
  if (time === null || at === null) return missing();
  const other = zone === 'utc' ? 'local' : 'utc';
  const title = `${formatInstantFull(at, other)} ${zoneName(other, at)}\nAPI: ${time}`;
  return (
    <time dateTime={new Date(at).toISOString()} title={title}>
      {formatInstant(at, zone, today)}
    </time>
  );
}

/** How long it took, has been running, or has been waiting. */
export const durationCell: Cell = (operation, _, departure) => {
  const duration = durationOf(operation);
  // Of a row that has left the list it is not known whether it still runs.
  if (duration === null || (departure && duration.kind !== 'took')) return missing();
  if (duration.kind === 'took') return formatDuration(duration.ms);
  return duration.kind === 'running' ? (
    <Elapsed className={styles.clock} since={duration.since} />
  ) : (
    <span className={`${styles.clock} ${styles.waiting}`}>
      {rich('waiting {duration}', { duration: <Elapsed since={duration.since} inWords /> })}
    </span>
  );
};

/**
 * A clock that ticks by itself, so that its row need not; it stands still while the rows are not fresh. `inWords` says
 * days and hours alone once there are days, for where a word stands before the clock. A tick writes its text, which costs a
 * fifth of what it costs to render it. While nobody is at the page it rests (`onSecond`).
 */
function Elapsed({
  since,
  inWords = false,
  className,
}: {
  since: number;
  inWords?: boolean;
  className?: string | undefined;
}) {
  const frozenAt = useContext(FrozenClock);
  const words = (now: number) => {
    const ms = wholeSecondsSince(since, frozenAt ?? now);
    return inWords && ms >= DAY_MS ? formatDurationWords(ms) : formatDuration(ms);
  };
  const clock = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const write = () => {
      const text = clock.current?.firstChild;
      const said = words(thisSecond());
      // What has been written since React rendered it is not known to React.
      if (text && text.nodeValue !== said) text.nodeValue = said;
    };
    write();
    return frozenAt === null ? onSecond((resting) => (resting ? undefined : write())) : undefined;
  });
  return (
    <span ref={clock} className={className}>
      {words(useSecond(false))}
    </span>
  );
}
