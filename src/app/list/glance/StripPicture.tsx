import { memo } from 'react';
import type { Tone } from '../../ui/StatusBadge.tsx';
import type { PlacedLabel } from '../../ui/placedLabels.ts';
import { lines, tickPaths, type Paths } from './drawing.ts';
import type { Mark } from './marks.ts';
import type { Pile } from './piles.ts';
import type { Scale } from './scale.ts';
import styles from './StripPicture.module.css';

/** How long the notch of a label is, px. */
const NOTCH = 4;

/** The strip as it stands: ticks, lines, axis. Renders only with news of the operations, the size or the zone. */
export const StripPicture = memo(function StripPicture({
  marks,
  piles,
  scale,
  labels,
  height,
}: {
  marks: readonly Mark[];
  piles: readonly Pile[];
  scale: Scale;
  labels: readonly PlacedLabel[];
  /** Room for the ticks, px. */
  height: number;
}) {
  const { open, ended } = lines(marks, scale, height);
  const notches = labels.map(({ x }) => `M${Math.round(x) + 0.5} ${height}v${NOTCH}`).join('');
  return (
    <div className={styles.picture} aria-hidden="true">
      <svg className={styles.open} width={scale.width} height={height}>
        {strokes(open)}
      </svg>
      <svg className={styles.ticks} width={scale.width} height={height + NOTCH}>
        <g className={styles.ended}>{strokes(ended)}</g>
        <path className={styles.axis} d={`M0 ${height + 0.5}H${scale.width}${notches}`} />
        {strokes(tickPaths(piles, height))}
      </svg>
      {labels.map(({ text, middle }) => (
        <span key={text} className={styles.label} style={{ left: middle }}>
          {text}
        </span>
      ))}
    </div>
  );
});

function strokes(paths: Paths) {
  return (Object.keys(paths) as Tone[]).map(
    (tone) => paths[tone] !== '' && <path key={tone} className={styles[tone]} d={paths[tone]} />,
  );
}
