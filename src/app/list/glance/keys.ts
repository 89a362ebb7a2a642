import { placeOfMark, type Pile } from './piles.ts';

/** The mark that is meant, by its operation's ID, and where a range of times began; null for none. */
export type Walk = { readonly active: string; readonly anchor: string | null };

/** How the keys lead on: to a neighbouring pile, or within the pile; to either end. */
const STEPS: Readonly<Record<string, readonly [piles: number, within: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
};

/**
 * Where a key leads, null if it leads nowhere by nature. With Shift a range is drawn on from where it began; without, it
 * is dropped.
 */
export function walk(
  piles: readonly Pile[],
  { active, anchor }: Walk,
  key: string,
  shift: boolean,
): Walk | null {
  const step = STEPS[key];
  const place = placeOfMark(piles, active);
  if (!step || !place) return null;
  const [alongside, along] = step;
  const pile = piles[clamp(place.pile + alongside, piles.length)];
  const within = alongside === 0 ? place.within + along : 0;
  const mark = pile?.marks[clamp(within, pile.marks.length)];
  if (!mark) return null;
  return { active: mark.operation.id, anchor: shift ? (anchor ?? active) : null };
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1);
}

/** The piles from one mark's to another's, both included; none if either is not drawn. */
export function pilesBetween(piles: readonly Pile[], one: string, other: string): readonly Pile[] {
  const [a, b] = [placeOfMark(piles, one), placeOfMark(piles, other)];
  return a && b ? piles.slice(Math.min(a.pile, b.pile), Math.max(a.pile, b.pile) + 1) : [];
}
