import type { Stretch } from './marks.ts';

/** Between instants (epoch ms) and places on the strip, px from its left edge. */
export type Scale = {
  readonly stretch: Stretch;
  /** The strip's width, px. */
  readonly width: number;
  readonly xOf: (at: number) => number;
  /** The instant at a place; that of the nearest end beyond the stretch. */
  readonly atOf: (x: number) => number;
  /** How long a pixel is, ms. */
  readonly msPerPx: number;
};

/** Room at the ends, px: half a tick, and at the right enough to see that something goes on. */
const LEFT = 6;
const RIGHT = 26;

/** The scale that shows a stretch on a strip of this width (px). */
export function scaleOf(stretch: Stretch, width: number): Scale {
  const room = Math.max(1, width - LEFT - RIGHT);
  const msPerPx = (stretch.to - stretch.from) / room;
  return {
    stretch,
    width,
    xOf: (at) => LEFT + (at - stretch.from) / msPerPx,
    atOf: (x) => Math.min(stretch.to, stretch.from + Math.max(0, x - LEFT) * msPerPx),
    msPerPx,
  };
}
