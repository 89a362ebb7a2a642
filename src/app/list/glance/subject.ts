import type { OffsetAt } from '../../ui/zoneOffset.ts';
import { pilesBetween, type Walk } from './keys.ts';
import type { Mark, Stretch } from './marks.ts';
import { placeOfMark, type Pile } from './piles.ts';
import { countWithin, draggedRange, rangeAround } from './range.ts';
import type { Scale } from './scale.ts';

/** What the strip tells of. */
export type Subject =
  | { readonly kind: 'none' }
  | { readonly kind: 'pile'; readonly pile: Pile }
  /** One of a pile: `within` counts from 0. */
  | { readonly kind: 'mark'; readonly mark: Mark; readonly pile: Pile; readonly within: number }
  | { readonly kind: 'range'; readonly range: Stretch; readonly count: number; readonly byKey: boolean };

/** What a pointer is at: a pile by its place, or a stretch that is being dragged; px. */
export type PointedAt =
  | { readonly kind: 'pile'; readonly x: number }
  | { readonly kind: 'drag'; readonly from: number; readonly to: number };

const NONE: Subject = { kind: 'none' };

/** What is told of: what the pointer (`at`) is at, or else what was walked to by keys (null while the focus is elsewhere). */
export function subjectOf(
  strip: { readonly scale: Scale; readonly marks: readonly Mark[]; readonly piles: readonly Pile[] },
  at: PointedAt | null,
  walked: Walk | null,
  offsetAt: OffsetAt,
): Subject {
  const { scale, marks, piles } = strip;
  if (at?.kind === 'drag') return rangeOf(marks, draggedRange(scale, at.from, at.to, offsetAt), false);
  const pile = at && piles.find(({ x }) => x === at.x);
  if (pile) return { kind: 'pile', pile };
  if (!walked) return NONE;
  const range = keyRange(piles, walked);
  return range ? rangeOf(marks, range, true) : markOf(piles, walked.active);
}

/** The range of times that was drawn by keys; null where there is none. */
export function keyRange(piles: readonly Pile[], { active, anchor }: Walk): Stretch | null {
  if (anchor === null) return null;
  return rangeAround(pilesBetween(piles, anchor, active).flatMap((pile) => pile.marks));
}

/** One mark as what is told of. */
export function markOf(piles: readonly Pile[], id: string): Subject {
  const place = placeOfMark(piles, id);
  const pile = place && piles[place.pile];
  const mark = place && pile?.marks[place.within];
  return pile && mark ? { kind: 'mark', mark, pile, within: place.within } : NONE;
}

function rangeOf(marks: readonly Mark[], range: Stretch, byKey: boolean): Subject {
  return { kind: 'range', range, count: countWithin(marks, range), byKey };
}

/** The operations that are told of one by one, by their IDs. */
export function idsOf(subject: Subject): readonly string[] {
  if (subject.kind === 'pile') return subject.pile.marks.map(({ operation }) => operation.id);
  return subject.kind === 'mark' ? [subject.mark.operation.id] : [];
}
