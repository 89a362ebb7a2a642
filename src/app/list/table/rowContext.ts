import { createContext } from 'react';
import type { Zone } from '../../ui/format.ts';
import type { PARTS } from '../parts.ts';

/** What cells need besides their operation. Cells read it themselves, so that a memoised row need not render. */
export type RowContext = {
  readonly environment: string;
  /** The list's present query string, handed to detail pages so that their way back leads to the same view. */
  readonly listSearch: string;
  /** The rows' IDs where the list is what a search has found, which only they tell the order of; else null. */
  readonly among: readonly string[] | null;
  readonly zone: Zone;
  /** An instant of the present day (epoch ms): times of today are shown without their date. */
  readonly today: number;
};

export const RowContext = createContext<RowContext>({
  environment: '',
  listSearch: '',
  among: null,
  zone: 'utc',
  today: 0,
});

/**
 * The parts of a row that nobody needs before they point at it, null until they have come. Their places read it themselves,
 * so that nothing else of the rows renders for them.
 */
export const RowParts = createContext<Pick<typeof PARTS, 'RowBox' | 'RowMenuButton'> | null>(null);

/** The instant (epoch ms) at which clocks stand still because the rows are no longer fresh; null while they tick. */
export const FrozenClock = createContext<number | null>(null);
