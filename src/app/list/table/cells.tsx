import { useContext } from 'react';
import { Link } from '../../Link.tsx';
import { decodeBatchCounts } from '../../../toloka/batchCounts.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { parseUtc } from '../../../toloka/time.ts';
import { isKnownStatus, isTerminal, statusLabel, typeLabel } from '../../../toloka/vocabulary.ts';
import { plural, t } from '../../../words/words.ts';
import { operationHref } from '../../links.ts';
import type { DetailState } from '../../detailState.ts';
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
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { useSecond } from '../../ui/useSecond.ts';
import { Departed } from '../live/departed.ts';
import { DepartedTag } from '../live/DepartedTag.tsx';
import { durationOf, wholeSecondsSince } from './durations.ts';
import { FrozenClock, RowContext, RowParts } from './rowContext.ts';
import styles from './cells.module.css';

const DAY_MS = 86_400_000;

type CellProps = { readonly operation: Operation };

/** A value that the API did not send. */
function Missing() {
  return <span className="faint">–</span>;
}

/** The status as icon, word and colour. */
export function StatusCell({ operation: { status } }: CellProps) {
  if (status === '') return <Missing />;
  return (
    <StatusBadge tone={statusTone(status)}>
      {isKnownStatus(status) ? statusLabel(status) : <span title={status}>{statusLabel(status)}</span>}
    </StatusBadge>
  );
}

/** What the operation is, in words, as a link to its page. */
export function OperationCell({ operation }: CellProps) {
  const { environment, listSearch, among } = useContext(RowContext);
  const state: DetailState = { listSearch, ...(among && { among }) };
  const summary = operationSummary(operation);
  return (
    <>
      <Link
        className={styles.operation}
        data-row=""
        to={operationHref(environment, operation.id)}
        state={state}
      >
        <b>{operation.type === '' ? '–' : typeLabel(operation.type)}</b>{' '}
        {summary !== '' && <span className={styles.summary}>{summary} </span>}
        <span className={styles.id} title={operation.id}>
          {shortId(operation.id)}
        </span>
        <DepartedTag id={operation.id} />
      </Link>
      <MenuPlace operation={operation} />
    </>
  );
}

/** Where the button of the row's menu comes behind the first rows. */
function MenuPlace({ operation }: CellProps) {
  const parts = useContext(RowParts);
  return parts && <parts.RowMenuButton operation={operation} />;
}

/** A code or an ID as the API sends it, in full. */
export function CodeCell({ code }: { readonly code: string }) {
  if (code === '') return <Missing />;
  return (
    <code className={styles.code} title={code}>
      {code}
    </code>
  );
}

/** How many items a batch has, and how many of them failed. */
export function ItemsCell({ operation: { details } }: CellProps) {
  const counts = decodeBatchCounts(details);
  if (!counts) return <Missing />;
  const total = formatCount(counts.total);
  if (!counts.failed) return total;
  const failed = plural(counts.failed, '{n} failed##items', '{n} failed##items');
  return (
    <span title={t('{failed} of {total}##items', { failed, total })}>
      {rich('{failed} of {total}##items', { failed: <span className={styles.failed}>{failed}</span>, total })}
    </span>
  );
}

/** How far it is. Only what still runs carries a bar; what came of the others stands beside their type. */
export function ProgressCell({ operation: { progress, status } }: CellProps) {
  if (progress === null) return <Missing />;
  if (isTerminal(status)) return <span className="faint">{progress}%</span>;
  return (
    <span className={styles.progress}>
      <ProgressBar percent={progress} label={t('Progress')} />
      <span className="muted">{progress}%</span>
    </span>
  );
}

/** An API time in the chosen zone; on hover in the other one, and exactly as the API sent it. */
export function TimeCell({ time }: { readonly time: string | null }) {
  const { zone, today } = useContext(RowContext);
  const at = time === null ? null : parseUtc(time);
  if (time === null || at === null) return <Missing />;
  const other = zone === 'utc' ? 'local' : 'utc';
  const title = `${formatInstantFull(at, other)} ${zoneName(other, at)}\nAPI: ${time}`;
  return (
    <time dateTime={new Date(at).toISOString()} title={title}>
      {formatInstant(at, zone, today)}
    </time>
  );
}

/** How long it took, has been running, or has been waiting. */
export function DurationCell({ operation }: CellProps) {
  const duration = durationOf(operation);
  // Of a row that has left the list it is not known whether it still runs.
  const left = useContext(Departed).has(operation.id);
  if (duration === null || (left && duration.kind !== 'took')) return <Missing />;
  if (duration.kind === 'took') return formatDuration(duration.ms);
  return duration.kind === 'running' ? (
    <span className={styles.clock}>
      <Elapsed since={duration.since} />
    </span>
  ) : (
    <span className={`${styles.clock} ${styles.waiting}`}>
      {rich('waiting {duration}', { duration: <Elapsed since={duration.since} inWords /> })}
    </span>
  );
}

/**
 * A clock that ticks by itself, so that its row need not; it stands still while the rows are not fresh. `inWords` says
 * days and hours alone once there are days, for where a word stands before the clock.
 */
function Elapsed({ since, inWords = false }: { since: number; inWords?: boolean }) {
  const frozenAt = useContext(FrozenClock);
  const now = useSecond(frozenAt === null);
  const ms = wholeSecondsSince(since, frozenAt ?? now);
  return inWords && ms >= DAY_MS ? formatDurationWords(ms) : formatDuration(ms);
}
