import styles from './ProgressBar.module.css';

/** Progress in whole percent as a bar; `label` names it for those who do not see it. */
export function ProgressBar({
  percent,
  label,
  tone = 'running',
  size = 'row',
}: {
  percent: number;
  label: string;
  tone?: 'running' | 'success' | 'fail' | 'neutral';
  size?: 'row' | 'page';
}) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={`${styles.bar} ${styles[size]} ${styles[tone]}`}
    >
      <i style={{ translate: `${Math.min(0, percent - 100)}%` }} />
    </div>
  );
}
