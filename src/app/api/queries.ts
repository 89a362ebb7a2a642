import { queryOptions } from '@tanstack/react-query';
import { formatListSearch } from '../../toloka/formatSearch.ts';
import type { ListQuery } from '../../toloka/listSearch.ts';
import { decodeOperationList } from '../../toloka/operation.ts';
import { loadPage } from '../../toloka/paging/loadPage.ts';
import type { PageReading } from '../../toloka/paging/page.ts';
import { createServerTraits, type ServerTraits } from '../../toloka/paging/serverTraits.ts';
import { formatBoundary, type Boundary, type Place } from '../../toloka/place.ts';
import { isTerminal } from '../../toloka/vocabulary.ts';
import { asFailure } from './failure.ts';
import { resolvedNow } from './firstNow.ts';
import { beginAsking } from './freshness.ts';
import { listKey } from './keys.ts';
import { LIST_PACE, listInterval } from './polling.ts';
import { readAnswer } from './readAnswer.ts';
import { takeInPage } from './readings.ts';
import { isOverdue } from './overdue.ts';
import { requestAnswer } from './request.ts';
import { shareOperations } from './sharing.ts';

/** What was found out about each environment's server, for as long as the page lives. */
const traits = new Map<string, ServerTraits>();

/** What is known of an environment's server; whoever finds out more adds to it. */
export function traitsOf(environment: string): ServerTraits {
  const known = traits.get(environment) ?? createServerTraits();
  traits.set(environment, known);
  return known;
}

/** Rows that a refresh reads beyond its page, to follow those that arrivals have pushed off it. */
const HEADROOM = 30;

/**
 * One page of the list. Polls every 5 s while a shown operation is not terminal, else every 30 s; not while `paused`,
 * not in a hidden tab, and not before that time for one who leaves and comes back. Relative dates are resolved at each request. A refresh of a page that is there already also says
 * what has become of the rows that newer ones have pushed off its end.
 */
export function pageQuery(environment: string, query: ListQuery, place: Place | null, paused: boolean) {
  const view = formatListSearch({ query, place, paused: false, faults: [] });
  return queryOptions({
    queryKey: [...listKey(environment), view] as const,
    queryFn: async ({ signal, client, queryKey }) => {
      const asking = beginAsking(client, queryKey, Date.now());
      const { fresh } = asking;
      const page = await loadPage({
        query,
        place,
        now: resolvedNow(),
        traits: traitsOf(environment),
        ask: async (search) => {
          const answer = await requestAnswer(environment, { kind: 'list' }, { search, signal, fresh });
          asking.heard(answer.at);
          return readAnswer(answer, decodeOperationList);
        },
        concernsAll: (error) => signal.aborted || asFailure(error).concernsAccount,
        headroom: client.getQueryData(queryKey) === undefined ? 0 : HEADROOM,
      });
      return takeInPage(client, environment, { page, at: asking.end() });
    },
    structuralSharing: (before, next) => sharePage(before as PageReading | undefined, next as PageReading),
    // Who comes back before the next poll is due sees what is there, and the poll comes when it is due.
    staleTime: (polled) =>
      paused ? Infinity : isLive(polled.state.data) ? LIST_PACE.liveMs : LIST_PACE.idleMs,
    refetchInterval: (polled) => !paused && listInterval(polled, isLive(polled.state.data)),
    refetchOnWindowFocus: (polled) =>
      isOverdue(polled, !paused && listInterval(polled, isLive(polled.state.data))) && 'always',
    // See `recovery.ts`.
    refetchOnReconnect: false,
  });
}

function isLive(page: PageReading | undefined): boolean {
  return page?.items.some((item) => !isTerminal(item.status)) ?? true;
}

function sharePage(before: PageReading | undefined, next: PageReading): PageReading {
  if (!before) return next;
  const known = [...before.items, ...before.beyond];
  const shared = shareOperations(known, [...next.items, ...next.beyond]);
  const same =
    shared === known &&
    next.items.length === before.items.length &&
    samePlace(before.next, next.next) &&
    samePlace(before.previous, next.previous) &&
    samePlace(before.reach, next.reach) &&
    !before.missing &&
    !next.missing;
  const { length } = next.items;
  return same ? before : { ...next, items: shared.slice(0, length), beyond: shared.slice(length) };
}

function samePlace(a: Boundary | null, b: Boundary | null): boolean {
  return a === b || (a !== null && b !== null && formatBoundary(a) === formatBoundary(b));
}
