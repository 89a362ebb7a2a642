import type { BatchCounts } from '../../toloka/batchCounts.ts';
import { t } from '../../words/words.ts';
import { formatCount } from '../ui/format.ts';
import styles from './BatchCountsView.module.css';

/** A batch before its counts are there. */
const AWAITED: BatchCounts = {
  total: 0,
  success: null,
  failed: null,
  valid: null,
  notValid: null,
  consistent: true,
};

/**
 * A batch's counts: created + not created = all, drawn as one bar, and "of which not valid". Numbers that do not agree
 * with each other are listed as they were sent, without a bar, which could only be wrong. Null stands for counts that
 * come at the end: their place is kept.
 */
export function BatchCountsView({ counts }: { counts: BatchCounts | null }) {
  const { total, success, failed, notValid, valid, consistent } = counts ?? AWAITED;
  const drawn = consistent && success !== null && failed !== null && total > 0;
  return (
    <div className={styles.counts}>
      {(drawn || counts === null) && (
        <div className={styles.bar} aria-hidden="true">
          {drawn && success > 0 && <i className={styles.created} style={{ flexGrow: success }} />}
          {drawn && failed > 0 && <i className={styles.failed} style={{ flexGrow: failed }} />}
        </div>
      )}
      <dl className={styles.list}>
        <Count label={t('Total')} value={counts && total} strong />
        <Count label={t('Created')} value={success} mark={styles.created} />
        <Count label={t('Not created')} value={failed} mark={styles.failed} />
        <Count
          label={consistent ? t('of which not valid') : t('Not valid')}
          value={notValid}
          inner={consistent}
        />
        {!consistent && <Count label={t('Valid')} value={valid} />}
      </dl>
      {!consistent && (
        <p className={styles.note}>
          {t('The server’s numbers do not add up; they are shown as it sent them.')}
        </p>
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
