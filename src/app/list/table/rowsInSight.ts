import type { Density } from '../../settings.ts';

/** Height of a row in px (`--row` in the styles), and the least of a card, which rows are drawn as up to this width. */
const ROW_PX = { comfortable: 38, compact: 30 } as const satisfies Record<Density, number>;
const CARD_PX = 112;
const CARDS_UP_TO_PX = 960;
/** Header, filters and the table's own head stand above the first row, at least so high. In px. */
const ABOVE_PX = 250;

/** How many rows a freshly loaded page paints in its first frame; the others in sight follow in the next ones. */
export const FIRST_ROWS = 8;

/**
 * How many rows there are, at most, down to the lower edge of a window (px) that is scrolled to `depth` (px): the first ones
 * to draw.
 */
export function rowsInSight(
  { innerWidth, innerHeight }: Pick<Window, 'innerWidth' | 'innerHeight'>,
  density: Density,
  depth = 0,
): number {
  const height = innerWidth <= CARDS_UP_TO_PX ? CARD_PX : ROW_PX[density];
  // A low window too has to show that there are rows, and one that is cut off by its edge counts.
  return Math.max(4, Math.ceil((innerHeight + depth - ABOVE_PX) / height) + 1);
}
