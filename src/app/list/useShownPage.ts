import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { formatListSearch } from '../../toloka/formatSearch.ts';
import type { ListSearch } from '../../toloka/listSearch.ts';
import { asFailure } from '../api/failure.ts';
import { askByHand } from '../api/freshness.ts';
import { pageQuery } from '../api/queries.ts';
import { pageOf } from './live/screen.ts';
import { useScreen } from './live/useScreen.ts';
import { untilDue } from './pageState.ts';
import type { ShownPage } from './shown.ts';
import { keep, NOTHING_KEPT } from './shownPage.ts';

/**
 * The page of the URL, polled. Reads only what changes with news: an answer without any renders nobody, since what
 * changes with each poll (when, whether one is under way) is read by leaves (`usePageState`).
 */
export function useShownPage(environment: string, search: ListSearch): ShownPage {
  const { query, place, paused } = search;
  const client = useQueryClient();
  const options = pageQuery(environment, query, place, paused);
  const { data, error, refetch } = useQuery({
    ...options,
    refetchInterval: (polled) => untilDue(polled, options.refetchInterval),
  });
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
      const { error: failed } = await askByHand(client, options.queryKey, refetch);
      if (!failed) control.arrive();
    },
  };
}
