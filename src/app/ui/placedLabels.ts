import type { Zone } from './format.ts';
import { axisLabels } from './timeAxis.ts';

/** A stretch of time (epoch ms) as it is drawn, in a box that is so wide (px). */
export type DrawnStretch = {
  readonly stretch: { readonly from: number; readonly to: number };
  readonly width: number;
  readonly xOf: (at: number) => number;
};

/** A label of an axis where it stands. */
export type PlacedLabel = {
  readonly text: string;
  /** The place that it names, px. */
  readonly x: number;
  /** Its own middle, px: not beyond the box's ends. */
  readonly middle: number;
};

const MOST = 5;
/** Room for a character and between two labels, px. */
const CHARACTER = 6.6;
const GAP = 12;

/** How long the notch above a label is, px. */
export const NOTCH = 4;

/** The labels' notches below an axis at the height `y` (px), as part of an SVG path. */
export function notches(labels: readonly PlacedLabel[], y: number): string {
  return labels.map(({ x }) => `M${Math.round(x) + 0.5} ${y}v${NOTCH}`).join('');
}

/** The axis's labels (two to five, by the zone's clocks and beside `today`), those left out that would touch another. */
export function placedLabels(
  { stretch, width, xOf }: DrawnStretch,
  zone: Zone,
  today: number,
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  let taken = -GAP;
  for (const { at, text } of axisLabels(stretch.from, stretch.to, MOST, zone, today)) {
    const x = xOf(at);
    const half = (text.length * CHARACTER) / 2;
    const middle = Math.min(Math.max(x, half), width - half);
    if (middle - half < taken + GAP) continue;
    taken = middle + half;
    placed.push({ text, x, middle });
  }
  return placed;
}
