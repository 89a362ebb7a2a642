import styles from './AxisLabels.module.css';
import type { PlacedLabel } from './placedLabels.ts';

/** An axis's labels along the lower edge of the picture that holds them, which has a position of its own. */
export function AxisLabels({ labels }: { labels: readonly PlacedLabel[] }) {
  return labels.map(({ text, middle }) => (
    <span key={text} className={styles.label} style={{ left: middle }}>
      {text}
    </span>
  ));
}
