import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { formatListSearch } from '../../toloka/formatSearch.ts';
import { DEFAULT_SEARCH, type ListSearch } from '../../toloka/listSearch.ts';
import type { Operation } from '../../toloka/operation.ts';
import type { PageReading } from '../../toloka/paging/page.ts';
import { findNeighbour, neighbourOnPage, type NeighbourFound } from '../../toloka/paging/neighbour.ts';
import { parseListSearch } from '../../toloka/parseSearch.ts';
import { formatBoundary, type Place } from '../../toloka/place.ts';
import { totalOrder } from '../../toloka/sort.ts';
import { t } from '../../words/words.ts';
import { listKey } from './keys.ts';
import { pageQuery } from './queries.ts';

/** A list to look for neighbours in. */
export type NeighbourList = {
  readonly search: ListSearch;
  /** Whether the operation was come to from this very page, so that it most likely stands on it. */
  readonly listed: boolean;
};

/** The operation next to another one, and the view of the list on whose page it stands. */
export type Neighbour = { readonly operation: Operation; readonly listSearch: string };

/** How long a page that was read for its neighbours serves the next step, in ms. */
const FRESH_MS = 30_000;

/**
 * The neighbour as far as the list's pages in memory tell; null where the list ends, undefined where it must be asked.
 */
export function knownNeighbour(
  client: QueryClient,
  environment: string,
  { search }: NeighbourList,
  id: string,
  side: Place['side'],
): Neighbour | null | undefined {
  const page = client.getQueryData<PageReading>(pageOf(environment, search, search.place).queryKey);
  const onPage = page && neighbourOnPage(page, id, side);
  if (onPage?.kind === 'found') return neighbourOf(search, onPage);
  if (onPage?.kind === 'end') return null;
  return onPage?.kind === 'beyond' ? acrossTheBorder(client, environment, search, side) : undefined;
}

/** The nearest row of the page that this one was turned to from, where that is still in memory. */
function acrossTheBorder(
  client: QueryClient,
  environment: string,
  { query, place }: ListSearch,
  side: Place['side'],
): Neighbour | undefined {
  if (!place || place.side === side) return undefined;
  const border = formatBoundary(place.boundary);
  const question = formatListSearch({ ...DEFAULT_SEARCH, query });
  for (const { queryKey, state } of client.getQueryCache().findAll({ queryKey: listKey(environment) })) {
    const page = state.data as PageReading | undefined;
    const edge = side === 'before' ? page?.next : page?.previous;
    const operation = side === 'before' ? page?.items.at(-1) : page?.items[0];
    if (!page || page.missing || !edge || !operation || formatBoundary(edge) !== border) continue;
    const search = parseListSearch(String(queryKey.at(-1)));
    if (operation.id !== edge.id || formatListSearch({ ...search, place: null }) !== question) continue;
    return { operation, listSearch: formatListSearch(search) };
  }
  return undefined;
}

/**
 * The operation before or after another one in a list; null where the list ends. Asks for whole pages of the list, as it
 * would be paged: one answer then serves many steps. Never asked for again by itself.
 */
export function neighbourQuery(
  environment: string,
  { search, listed }: NeighbourList,
  operation: Operation | null,
  side: Place['side'],
) {
  const id = operation?.id ?? null;
  return queryOptions({
    queryKey: ['operations', environment, 'neighbour', id, side, formatListSearch(search)] as const,
    queryFn: async ({ client }): Promise<Neighbour | null> => {
      if (!operation) throw new Error(t('Nothing is known of the operation.'));
      const own = pageOf(environment, search, search.place);
      const page = listed
        ? await client.fetchQuery({ ...own, staleTime: Infinity })
        : (client.getQueryData<PageReading>(own.queryKey) ?? null);
      const found = await findNeighbour({
        operation,
        side,
        order: totalOrder(search.query.sort),
        page,
        read: (place) => client.fetchQuery({ ...pageOf(environment, search, place), staleTime: FRESH_MS }),
      });
      return found && neighbourOf(search, found);
    },
    staleTime: Infinity,
    // The pages are what is kept; an answer made of them would outlive them.
    gcTime: 0,
    structuralSharing: false,
  });
}

/** A page of the list as the list itself asks for it, so that both have the same answer. */
function pageOf(environment: string, { query }: ListSearch, place: Place | null) {
  return pageQuery(environment, query, place, true);
}

function neighbourOf(search: ListSearch, { operation, place }: NeighbourFound): Neighbour {
  return { operation, listSearch: formatListSearch(place ? { ...search, place } : search) };
}
