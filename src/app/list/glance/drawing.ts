import type { Tone } from '../../ui/StatusBadge.tsx';
import type { Mark } from './marks.ts';
import { placeOn, type Pile } from './piles.ts';
import type { Scale } from './scale.ts';

/** What is drawn in one colour: the data of an SVG path (px), empty where there is nothing. */
export type Paths = Readonly<Record<Tone, string>>;

/** From the foot of a pile to its head: what went wrong is seen first. */
const TONES = ['success', 'unknown', 'pending', 'running', 'fail'] as const satisfies readonly Tone[];
const NO_PATHS: Paths = { success: '', unknown: '', pending: '', running: '', fail: '' };

/** Widths, px: of a tick, and of a pile of so `many` that its height alone would not tell. */
const TICK = { lone: 2, pile: 4, many: 8 };
const CAP = { width: 6, height: 3 };
/** Heights, px: of a lone tick, how much one that failed rises above it, and the least that a part of a pile has. */
const LONE = 8;
const RISE = 4;
const LEAST = 3;
/** Of what pends: strokes and gaps of so many px. */
const DASH = 2;

/**
 * The ticks, standing on a line `height` px below the top. A pile grows with the number of its operations, and is divided
 * among their statuses. Without colour too: what failed is higher and wears a cap, what pends is dashed.
 */
export function tickPaths(piles: readonly Pile[], height: number): Paths {
  const paths = { ...NO_PATHS };
  for (const { x, marks } of piles) {
    const width = marks.length < TICK.many ? TICK.lone : TICK.pile;
    let foot = height;
    for (const { tone, size } of partsOf(marks, height)) {
      paths[tone] += partPath(tone, { x, top: foot - size, width, height: size });
      foot -= size;
    }
  }
  return paths;
}

function partsOf(marks: readonly Mark[], height: number): { tone: Tone; size: number }[] {
  const counts = TONES.map((tone) => ({ tone, count: marks.filter((mark) => mark.tone === tone).length }));
  const present = counts.filter(({ count }) => count > 0);
  const failed = present.some(({ tone }) => tone === 'fail');
  const wanted = LONE + 2 * Math.log2(marks.length) + (failed ? RISE : 0);
  const total = Math.max(Math.min(wanted, height), present.length * LEAST);
  const spare = total - present.length * LEAST;
  return present.map(({ tone, count }) => ({ tone, size: LEAST + (spare * count) / marks.length }));
}

/** A part of a pile: its middle, px from the left, and the rest. */
type Part = {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

function partPath(tone: Tone, part: Part): string {
  const { x, top, height } = part;
  if (tone === 'pending') {
    const strokes = Math.max(1, Math.ceil(height / (2 * DASH)));
    return Array.from({ length: strokes }, (_, index) => {
      const below = index * 2 * DASH;
      return box({ ...part, top: top + below, height: Math.min(DASH, height - below) });
    }).join('');
  }
  return tone === 'fail' ? box(part) + box({ x, top, ...CAP }) : box(part);
}

function box({ x, top, width, height }: Part): string {
  return `M${px(x - width / 2)} ${px(top)}h${px(width)}v${px(height)}h${px(-width)}z`;
}

/** Lines at so many heights at most, px below the top; where there is no room, those that have ended go without one. */
const LANES = [2, 5, 8];
/** A shorter line of what has ended is not worth the ink, px. */
const SHORTEST = 24;

/** The lines from submission to the end, in two groups. */
export type Lines = {
  /** Of what goes on: to the strip's right edge. */
  readonly open: Paths;
  readonly ended: Paths;
};

/**
 * How long each operation took or has taken, as lines over the plain ticks, to which each rises from its own tick; the
 * ticks stand `height` px below the top.
 */
export function lines(marks: readonly Mark[], scale: Scale, height: number): Lines {
  const open = { ...NO_PATHS };
  const ended = { ...NO_PATHS };
  const shown = marks.filter(({ at }) => at >= scale.stretch.from && at <= scale.stretch.to);
  const draw = (paths: Record<Tone, string>, mark: Mark, lane: number, end: number) => {
    paths[mark.tone] += `M${px(placeOn(scale.xOf(mark.at)))} ${height}V${LANES[lane]}H${px(end)}`;
  };
  // What goes on comes first: a lane is its own to the edge.
  const begins = LANES.map(() => Infinity);
  for (const [index, mark] of shown.filter((each) => each.open).entries()) {
    const lane = index % LANES.length;
    begins[lane] = Math.min(begins[lane] ?? Infinity, scale.xOf(mark.at));
    draw(open, mark, lane, scale.width);
  }
  const taken = LANES.map(() => -Infinity);
  for (const mark of shown) {
    if (mark.open || mark.until === null) continue;
    const x = scale.xOf(mark.at);
    const end = Math.min(scale.width, scale.xOf(mark.until));
    const lane = LANES.findIndex((_, at) => (taken[at] ?? 0) <= x && end + PAUSE <= (begins[at] ?? 0));
    if (lane < 0 || end - x < SHORTEST) continue;
    taken[lane] = end + PAUSE;
    draw(ended, mark, lane, end);
  }
  return { open, ended };
}

/** Between two lines at one height, px. */
const PAUSE = 4;

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
