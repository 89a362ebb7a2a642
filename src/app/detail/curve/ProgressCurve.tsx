import type { Operation } from '../../../toloka/operation.ts';
import { parseUtc } from '../../../toloka/time.ts';
import { progressRecord } from '../../api/progressLog.ts';
import { useSetting } from '../../settings.ts';
import { AxisLabels } from '../../ui/AxisLabels.tsx';
import { notches, placedLabels } from '../../ui/placedLabels.ts';
import { useBox } from '../../ui/useBox.ts';
import { useTimeLeft } from '../timeLeft/useTimeLeft.ts';
import { usePollState } from '../usePollState.ts';
import { curveOf, endedCurve, type Curve, type Point } from './curve.ts';
import { curveWords } from './curveWords.ts';
import styles from './ProgressCurve.module.css';

/** Room above the line of 100 % and below the one of 0 %, px: lines are not cut. */
const EDGE = 4;
/** Height of the axis's labels, px. */
const LABELS = 16;

/**
 * What was seen of a running operation's progress as a curve over time, and between when it will end. A leaf: it renders
 * with each answer. Its room is its parent's; nothing stands there before three answers, and no end while answers fail.
 */
export function ProgressCurve({ environment, operation }: { environment: string; operation: Operation }) {
  const reading = useTimeLeft(environment, operation);
  const { failedAt } = usePollState(environment, operation.id);
  const started = operation.started === null ? null : parseUtc(operation.started);
  const left = failedAt === null && reading ? reading.left : null;
  const curve = reading && curveOf(reading.record, started, left);
  return curve && <Drawn curve={curve} />;
}

/** The curve of an operation that was watched until it ended; nothing where too little was seen. */
export function EndedCurve({ environment, operation }: { environment: string; operation: Operation }) {
  const record = progressRecord(environment, operation.id);
  const started = operation.started === null ? null : parseUtc(operation.started);
  const running = record ? curveOf(record, started, null) : null;
  const curve = running && endedCurve(running, operation);
  return curve && <Drawn curve={curve} />;
}

function Drawn({ curve }: { curve: Curve }) {
  const zone = useSetting('zone');
  const [box, { width, height }] = useBox<HTMLDivElement>();
  const { stretch, begun, seen, end, ended } = curve;
  const bottom = height - LABELS - EDGE;
  const xOf = (at: number) => ((at - stretch.from) / (stretch.to - stretch.from)) * (width - EDGE);
  const yOf = (percent: number) => bottom - (percent / 100) * (bottom - EDGE);
  const place = ({ at, percent }: Point) => `${px(xOf(at))} ${px(yOf(percent))}`;
  const line = `M${seen.map(place).join('L')}`;
  const [first, last] = [seen[0], seen.at(-1)];
  if (!first || !last) return null;
  const labels = placedLabels({ stretch, width, xOf }, zone, last.at);
  return (
    <div
      ref={box}
      role="img"
      aria-label={curveWords(curve, zone)}
      className={`${styles.curve} ${ended ? styles.ended : ''}`}
    >
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          <path className={styles.full} d={`M0 ${EDGE + 0.5}H${width}`} />
          <path className={styles.axis} d={`M0 ${bottom + 0.5}H${width}${notches(labels, bottom)}`} />
          {end && (
            <>
              <path
                className={styles.cone}
                d={`M${place(last)}L${px(xOf(end.from))} ${EDGE}H${px(xOf(end.to))}z`}
              />
              <path className={styles.end} d={`M${px(xOf(end.from))} ${EDGE + 0.5}H${px(xOf(end.to))}`} />
            </>
          )}
          <path className={styles.area} d={`${line}V${bottom}H${px(xOf(first.at))}z`} />
          {begun && <path className={styles.begun} d={`M${place(begun)}L${place(first)}`} />}
          <path className={styles.line} d={line} />
          <circle className={styles.now} cx={px(xOf(last.at))} cy={px(yOf(last.percent))} r="3" />
        </svg>
      )}
      <AxisLabels labels={labels} />
    </div>
  );
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
