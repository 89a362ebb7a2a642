import type { BatchCounts } from '../../toloka/batchCounts.ts';
import { formatCount } from '../ui/format.ts';
import styles from './BatchCountsView.module.css';

/**
 * A batch's counts: created + not created = all, drawn as one bar, and "of which not valid". Numbers that do not agree
 * with each other are listed as they were sent, without a bar, which could only be wrong.
 */
export function BatchCountsView({ counts }: { counts: BatchCounts }) {
  const { total, success, failed, notValid, valid, consistent } = counts;
  return (
    <div className={styles.counts}>
      {consistent && success !== null && failed !== null && total > 0 && (
        <div className={styles.bar} aria-hidden="true">
          {success > 0 && <i className={styles.created} style={{ flexGrow: success }} />}
          {failed > 0 && <i className={styles.failed} style={{ flexGrow: failed }} />}
        </div>
      )}
      <dl className={styles.list}>
        <Count label="Total" value={total} strong />
        <Count label="Created" value={success} mark={styles.created} />
        <Count label="Not created" value={failed} mark={styles.failed} />
        <Count label={consistent ? 'of which not valid' : 'Not valid'} value={notValid} inner={consistent} />
        {!consistent && <Count label="Valid" value={valid} />}
      </dl>
      {!consistent && (
        <p className={styles.note}>The server’s numbers do not add up; they stand here as it sent them.</p>
      )}
    </div>
  );
}

function Count({
  label,
  value,
  mark,
  inner = false,
  strong = false,
}: {
  label: string;
  value: number | null;
  /** The colour in the bar that this count explains. */
  mark?: string | undefined;
  inner?: boolean;
  strong?: boolean;
}) {
  return (
    <div className={inner ? styles.inner : styles.row}>
      <dt>
        <i className={`${styles.mark} ${mark ?? ''}`} aria-hidden="true" />
        {label}
      </dt>
      <dd className={strong ? styles.strong : undefined}>{value === null ? '–' : formatCount(value)}</dd>
    </div>
  );
}
