import { createContext } from 'react';
import type { Zone } from '../../ui/format.ts';

/** What all rows need besides their operations. It changes as seldom as every row has to render. */
export type RowContext = {
  readonly environment: string;
  /** The list's present query string, handed to detail pages so that their way back leads to the same view. */
  readonly listSearch: string;
  /** The rows' IDs where the list is what a search has found, which only they tell the order of; else null. */
  readonly among: readonly string[] | null;
  readonly zone: Zone;
  /** An instant of the present day (epoch ms): times of today are shown without their date. */
  readonly today: number;
  /** Whether rows carry what nobody needs before they point at one: a checkbox, a menu's button. */
  readonly controls: boolean;
};

export const RowContext = createContext<RowContext>({
  environment: '',
  listSearch: '',
  among: null,
  zone: 'utc',
  today: 0,
  controls: false,
});

/** The instant (epoch ms) at which clocks stand still because the rows are no longer fresh; null while they tick. */
export const FrozenClock = createContext<number | null>(null);
