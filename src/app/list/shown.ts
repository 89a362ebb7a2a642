import type { Page } from '../../toloka/paging/page.ts';
import type { RequestFailure } from '../api/failure.ts';
import type { Screen, ScreenControl } from './live/screen.ts';
import type { NextAsk } from './pageState.ts';

/** The page that the list shows, in whichever state it is. */
export type ShownPage = {
  /** The rows on screen, or null when there are none yet. They stand still: see `live/frozenRows.ts`. */
  readonly page: Page | null;
  readonly screen: Screen | null;
  readonly control: ScreenControl;
  /** Name of the page that the rows belong to, in the query cache; the URL's own unless that is still to come. */
  readonly rowsView: string;
  /** Name of the page that the URL asks for. */
  readonly view: string;
  /** Whether the rows are those of the page before, until the URL's own arrive. */
  readonly waiting: boolean;
  readonly failure: RequestFailure | null;
  /** The polling rule of this page, for those who announce its next step. */
  readonly nextAsk: NextAsk;
  /** Asks for the page and puts it on screen as it comes. */
  readonly refresh: () => Promise<unknown>;
};
