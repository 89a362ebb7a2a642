import { createContext } from 'react';
import type { DetailState } from '../../detailState.ts';
import type { Zone } from '../../ui/format.ts';

/** What all rows need besides their operations. It changes as seldom as every row has to render. */
export type RowContext = {
  readonly environment: string;
  /** What a row hands to its page when it is followed: asked for then, since with each view and find it is another. */
  readonly handed: () => DetailState;
  readonly zone: Zone;
  /** An instant of the present day (epoch ms): times of today are shown without their date. */
  readonly today: number;
  /** Whether rows carry what nobody needs before they point at one: a checkbox, a menu's button. */
  readonly controls: boolean;
};

export const RowContext = createContext<RowContext>({
  environment: '',
  handed: () => ({ listSearch: '' }),
  zone: 'utc',
  today: 0,
  controls: false,
});

/** The instant (epoch ms) at which clocks stand still because the rows are no longer fresh; null while they tick. */
export const FrozenClock = createContext<number | null>(null);
