import { PROGRESS_SHAPES, type ProgressShape } from '../src/emulator/progressCurves.ts';
import { score, type Score } from './eta/measure.ts';
import { drawCase, type Case } from './eta/operations.ts';
import { watch, type Poll } from './eta/watch.ts';
import { describeMachine, type BenchResult } from './result.ts';
import { formatTable, summarise } from './statistics.ts';

/** No page is opened: the estimate is a pure function, polled on a clock of its own. */
export const NEEDS_APP = false;

const OPERATIONS = 1000;
const SHAPES = Object.keys(PROGRESS_SHAPES) as ProgressShape[];
const AIM = { inside: 0.8, width: 1 };

/** What the page said of the operations of one shape. All but the shape and the width are shares; null of nothing. */
type Row = {
  readonly shape: ProgressShape;
  /** The true end lay in the stated range, or before it. */
  readonly inside: number | null;
  readonly sooner: number | null;
  /** Median width of the range, relative to the true time left. */
  readonly width: number | null;
  /** Moments at which there was a range, and operations that never had one. */
  readonly shown: number | null;
  readonly never: number | null;
};

/**
 * The time left: 1,000 emulated operations of each shape, polled by the app's own rule. How often the true end lies in
 * the range that the page states, how wide it is, and how often there is one; with and without knowing how long others
 * took. `ETA_SEED` draws other operations.
 */
export function run(): Promise<BenchResult> {
  const seed = Number(process.env['ETA_SEED'] ?? 1);
  const known: Row[] = [];
  const alone: Row[] = [];
  for (const shape of SHAPES) {
    const cases = Array.from({ length: OPERATIONS }, (_, index) => drawCase(seed, shape, index));
    const watched = cases.map((each) => [each, watch(each.operation, each.openedAt)] as const);
    known.push(rowOf(shape, watched, true));
    alone.push(rowOf(shape, watched, false));
  }
  const text = [
    `Time left · ${describeMachine()}`,
    `${OPERATIONS} operations of each shape, seed ${seed}, each read at 50 even moments`,
    `Aim: at least ${percent(AIM.inside)} inside, median width at most ${AIM.width}`,
    '',
    tableOf('from the pace and others', known),
    '',
    tableOf('from the pace alone', alone),
    '',
  ];
  return Promise.resolve({ text: text.join('\n'), data: { seed, aim: AIM, known, alone } });
}

type Watched = readonly (readonly [Case, readonly Poll[]])[];

function rowOf(shape: ProgressShape, watched: Watched, withHistory: boolean): Row {
  const scores = watched.map(([each, polls]) => score(each, polls, withHistory));
  const sum = (of: (each: Score) => number) => scores.reduce((all, each) => all + of(each), 0);
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  const shown = sum((each) => each.shown);
  const widths = scores.flatMap((each) => each.widths);
  return {
    shape,
    inside: share(
      sum((each) => each.inside),
      shown,
    ),
    sooner: share(
      sum((each) => each.sooner),
      shown,
    ),
    width: shown > 0 ? summarise(widths).median : null,
    shown: share(
      shown,
      sum((each) => each.moments),
    ),
    never: share(scores.filter((each) => each.shown === 0).length, scores.length),
  };
}

function tableOf(title: string, rows: readonly Row[]): string {
  const head = [title, 'inside', 'ended sooner', 'width / time left', 'shown', 'never shown', 'aim'];
  const lines = rows.map((row) => [
    row.shape,
    percent(row.inside),
    percent(row.sooner),
    row.width?.toFixed(2) ?? '–',
    percent(row.shown),
    percent(row.never),
    (row.inside ?? 0) >= AIM.inside && (row.width ?? Infinity) <= AIM.width ? 'met' : 'missed',
  ]);
  return formatTable([head, ...lines]);
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(100 * share).toFixed(1)}%`;
}
