import type { Mark } from './marks.ts';
import type { Scale } from './scale.ts';

/** The marks of one place on the strip: one, or several that are too near to each other to stand apart. */
export type Pile = {
  /** Middle of the pile, px. */
  readonly x: number;
  /** By time; never empty. */
  readonly marks: readonly Mark[];
};

/** Distance between places, px: a tick and the room that sets it apart. */
const PITCH = 4;

/** The place on the strip (px) of what would be at `x`. */
export function placeOn(x: number): number {
  return Math.round(x / PITCH) * PITCH;
}

/** Marks (by time) put together by place. Those beyond the scale's stretch, which it has not been drawn for, are left out. */
export function pilesOf(marks: readonly Mark[], scale: Scale): readonly Pile[] {
  const piles: { x: number; marks: Mark[] }[] = [];
  const { from, to } = scale.stretch;
  for (const mark of marks) {
    if (mark.at < from || mark.at > to) continue;
    const x = placeOn(scale.xOf(mark.at));
    const last = piles.at(-1);
    if (last?.x === x) last.marks.push(mark);
    else piles.push({ x, marks: [mark] });
  }
  return piles;
}

/** The pile nearest to a place (px), no farther than `reach` px; null where there is none. */
export function pileNear(piles: readonly Pile[], x: number, reach: number): Pile | null {
  let nearest: Pile | null = null;
  for (const pile of piles) {
    if (Math.abs(pile.x - x) > reach) continue;
    if (nearest === null || Math.abs(pile.x - x) < Math.abs(nearest.x - x)) nearest = pile;
  }
  return nearest;
}

/** Where a mark is among the piles, if it is drawn: the pile's place in the row of piles, and its own within the pile. */
export function placeOfMark(
  piles: readonly Pile[],
  id: string,
): { readonly pile: number; readonly within: number } | null {
  for (const [pile, { marks }] of piles.entries()) {
    const within = marks.findIndex((mark) => mark.operation.id === id);
    if (within >= 0) return { pile, within };
  }
  return null;
}
