import type { ReadyMade } from './readyMade.ts';
import type { View, ViewAddress } from './view.ts';

/** What the menu of views has to know of the page. */
export type MenuProps = {
  /** The list that is on screen; null on pages that are none. */
  readonly here: ViewAddress | null;
  readonly readyMade: readonly ReadyMade[];
  /** The view on screen, or the one that it was changed from. */
  readonly current: View | null;
  /** The saved view that the list on screen was changed from, if it was. */
  readonly changed: View | null;
};
