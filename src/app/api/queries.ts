import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { formatListSearch } from '../../toloka/formatSearch.ts';
import type { ListQuery } from '../../toloka/listSearch.ts';
import { decodeLog } from '../../toloka/logItem.ts';
import { decodeOperation, decodeOperationList, sameReading, type Operation } from '../../toloka/operation.ts';
import { loadPage, type Page, type PageReading } from '../../toloka/paging/loadPage.ts';
import { createServerTraits, type ServerTraits } from '../../toloka/paging/serverTraits.ts';
import { formatBoundary, type Boundary, type Place } from '../../toloka/place.ts';
import { isTerminal } from '../../toloka/vocabulary.ts';
import { asFailure } from './failure.ts';
import { listInterval, operationInterval } from './polling.ts';
import { requestJson } from './request.ts';
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

const listKey = (environment: string) => ['operations', environment, 'list'] as const;

/**
 * One page of the list. Polls every 5 s while a shown operation is not terminal, else every 30 s; not while `paused`,
 * not in a hidden tab. Relative dates are resolved at each request. A refresh of a page that is there already also says
 * what has become of the rows that newer ones have pushed off its end.
 */
export function pageQuery(environment: string, query: ListQuery, place: Place | null, paused: boolean) {
  const view = formatListSearch({ query, place, paused: false, faults: [] });
  return queryOptions({
    queryKey: [...listKey(environment), view] as const,
    queryFn: ({ signal, client, queryKey }) =>
      loadPage({
        query,
        place,
        now: Date.now(),
        traits: traitsOf(environment),
        ask: async (search) =>
          decodeOperationList(await requestJson(environment, { kind: 'list' }, { search, signal })),
        concernsAll: (error) => signal.aborted || asFailure(error).concernsAccount,
        headroom: client.getQueryData(queryKey) === undefined ? 0 : HEADROOM,
      }),
    structuralSharing: (before, next) => sharePage(before as PageReading | undefined, next as PageReading),
    refetchInterval: (polled) =>
      !paused &&
      listInterval(polled, polled.state.data?.items.some((item) => !isTerminal(item.status)) ?? true),
    refetchOnWindowFocus: !paused,
    refetchOnReconnect: !paused,
  });
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

/**
 * One operation. Begins with what a list already showed of it; polls until it is terminal (1 s, stretching to 15 s),
 * then never again by itself.
 */
export function operationQuery(environment: string, id: string, client: QueryClient) {
  const listed = listedOperation(client, environment, id);
  return queryOptions({
    queryKey: operationKey(environment, id),
    queryFn: async ({ signal }) =>
      decodeOperation(await requestJson(environment, { kind: 'operation', id }, { signal })),
    structuralSharing: (before, next) => shareOperation(before as Operation | undefined, next as Operation),
    staleTime: (query) => (query.state.data && isTerminal(query.state.data.status) ? Infinity : 0),
    refetchInterval: (polled) =>
      operationInterval(polled, polled.state.data ? isTerminal(polled.state.data.status) : false),
    ...(listed && { initialData: listed.operation, initialDataUpdatedAt: listed.updatedAt }),
  });
}

const operationKey = (environment: string, id: string) => ['operations', environment, 'one', id] as const;

/** The reading of an operation that its own page brought, if it was open. */
export function shownOperation(client: QueryClient, environment: string, id: string): Operation | null {
  return client.getQueryData<Operation>(operationKey(environment, id)) ?? null;
}

function shareOperation(before: Operation | undefined, next: Operation): Operation {
  return before && sameReading(before, next) ? before : next;
}

function listedOperation(client: QueryClient, environment: string, id: string) {
  let newest: { operation: Operation; updatedAt: number } | null = null;
  for (const query of client.getQueryCache().findAll({ queryKey: listKey(environment) })) {
    const page = client.getQueryData<Page>(query.queryKey);
    const operation = page?.items.find((item) => item.id === id);
    const updatedAt = query.state.dataUpdatedAt;
    if (operation && (!newest || updatedAt > newest.updatedAt)) newest = { operation, updatedAt };
  }
  return newest;
}

/** An operation's log, asked for once: a terminal operation's log never changes. */
export function logQuery(environment: string, id: string) {
  return queryOptions({
    queryKey: ['operations', environment, 'log', id] as const,
    queryFn: async ({ signal }) => decodeLog(await requestJson(environment, { kind: 'log', id }, { signal })),
    staleTime: Infinity,
    structuralSharing: false,
  });
}
