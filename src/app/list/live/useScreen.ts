import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListQuery } from '../../../toloka/listSearch.ts';
import type { PageReading } from '../../../toloka/paging/page.ts';
import { totalOrder } from '../../../toloka/sort.ts';
import { shownOperation } from '../../api/readings.ts';
import { traitsOf } from '../../api/queries.ts';
import { useFetched } from '../../ui/parts.ts';
import { loadParts } from '../later.ts';
import { adopt } from './adopt.ts';
import type { Facts, Screen, ScreenControl } from './screen.ts';

type Held = { readonly view: string; readonly screen: Screen };

/**
 * Keeps the rows of a page where they are while newer readings come in (see `frozenRows.ts`). Another page (`view` names
 * it in the query cache) is put on screen at once, and so is the first row where there was none.
 */
export function useScreen(
  environment: string,
  query: ListQuery,
  page: { readonly view: string; readonly data: PageReading } | null,
): ScreenControl {
  const client = useQueryClient();
  const [held, setHeld] = useState<Held | null>(null);
  const facts: Facts = {
    query,
    absentFirst: absentFirst(environment, query),
    elsewhere: (id) => shownOperation(client, environment, id),
  };
  const live = useFetched(loadParts)?.PARTS;
  const now = page && next(held, page, live && ((screen, data) => live.refresh(screen, data, facts)));
  if (now !== held) setHeld(now);

  const change = (step: (screen: Screen, newest: PageReading) => Screen) =>
    setHeld((old) => {
      const newest = old && client.getQueryCache().get<PageReading>(old.view)?.state.data;
      const screen = newest ? step(old.screen, newest) : old?.screen;
      return old && screen && screen !== old.screen ? { view: old.view, screen } : old;
    });
  return {
    screen: now?.screen ?? null,
    behind: now !== null && now.screen.reading !== page?.data,
    show: () => change(adopt),
    arrive: () =>
      change((screen, newest) => (newest.missing && screen.rows.length > 0 ? screen : adopt(screen, newest))),
    glide: () => change((screen, newest) => live?.glide(screen, newest, facts) ?? screen),
  };
}

function next(
  held: Held | null,
  { view, data }: { readonly view: string; readonly data: PageReading },
  refresh: ((screen: Screen, reading: PageReading) => Screen) | undefined,
): Held {
  if (held?.view !== view) return { view, screen: adopt(held?.screen ?? null, data) };
  const { screen } = held;
  if (screen.reading === data) return held;
  if (screen.rows.length === 0) return { view, screen: adopt(screen, data) };
  return refresh ? { view, screen: refresh(screen, data) } : held;
}

/** What is known of where the server puts rows without a `finished` in this order. */
function absentFirst(environment: string, query: ListQuery): boolean | null {
  const key = totalOrder(query.sort).keys.find(({ field }) => field === 'finished');
  const placement = key && traitsOf(environment).absentFinished[key.direction];
  return placement === undefined ? null : placement === 'first';
}
