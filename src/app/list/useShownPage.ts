import { hashKey, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { formatListSearch } from '../../toloka/formatSearch.ts';
import type { ListSearch } from '../../toloka/listSearch.ts';
import type { Page } from '../../toloka/paging/page.ts';
import { asFailure, type RequestFailure } from '../api/failure.ts';
import { pageQuery } from '../api/queries.ts';
import { pageOf, type Screen } from './live/screen.ts';
import { useScreen, type ScreenControl } from './live/useScreen.ts';
import type { NextAsk } from './pageState.ts';
import { keep, NOTHING_KEPT } from './shownPage.ts';

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

/**
 * The page of the URL, polled. Reads only what changes with news: an answer without any renders nobody, since what
 * changes with each poll (when, whether one is under way) is read by leaves (`usePageState`).
 */
export function useShownPage(environment: string, search: ListSearch): ShownPage {
  const { query, place, paused } = search;
  const options = pageQuery(environment, query, place, paused);
  // Paused means no request by itself, not even for a page that was seen before and is looked at again.
  const { data, error, refetch } = useQuery({ ...options, staleTime: paused ? Infinity : 0 });
  const view = hashKey(options.queryKey);
  const question = `${environment}?${formatListSearch({ query, place: null, paused: false, faults: [] })}`;
  const [before, setBefore] = useState(NOTHING_KEPT);
  const kept = keep(before, { view, question, data, error });
  if (kept !== before) setBefore(kept);
  const rowsView = kept.page?.view ?? view;
  const control = useScreen(environment, query, kept.page);
  const { screen } = control;
  const page = useMemo(() => screen && pageOf(screen), [screen]);
  return {
    page,
    screen,
    control,
    rowsView,
    view,
    waiting: kept.page !== null && rowsView !== view,
    failure: kept.failure && asFailure(kept.failure.error),
    nextAsk: options.refetchInterval,
    refresh: async () => {
      const { error: failed } = await refetch();
      if (!failed) control.arrive();
    },
  };
}
