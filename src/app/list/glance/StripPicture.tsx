import { memo } from 'react';
import { AxisLabels } from '../../ui/AxisLabels.tsx';
import { NOTCH, notches, type PlacedLabel } from '../../ui/placedLabels.ts';
import type { Tone } from '../../ui/StatusBadge.tsx';
import { lines, tickPaths, type Paths } from './drawing.ts';
import type { Mark } from './marks.ts';
import type { Pile } from './piles.ts';
import type { Scale } from './scale.ts';
import styles from './StripPicture.module.css';

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
  return (
    <div className={styles.picture} aria-hidden="true">
      <svg className={styles.open} width={scale.width} height={height}>
        {strokes(open)}
      </svg>
      <svg className={styles.ticks} width={scale.width} height={height + NOTCH}>
        <g className={styles.ended}>{strokes(ended)}</g>
        <path className={styles.axis} d={`M0 ${height + 0.5}H${scale.width}${notches(labels, height)}`} />
        {strokes(tickPaths(piles, height))}
      </svg>
      <AxisLabels labels={labels} />
    </div>
  );
});

function strokes(paths: Paths) {
  return (Object.keys(paths) as Tone[]).map(
    (tone) => paths[tone] !== '' && <path key={tone} className={styles[tone]} d={paths[tone]} />,
  );
}
