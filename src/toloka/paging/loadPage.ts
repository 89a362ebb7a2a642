import type { ListQuery } from '../listSearch.ts';
import type { Operation, OperationList } from '../operation.ts';
import type { Place } from '../place.ts';
import type { ServerTraits } from './traits.ts';

/** Asks the list's endpoint with a query string. */
export type Ask = (search: string) => Promise<OperationList>;

/** One page of the list. */
export type Page = {
  readonly items: readonly Operation[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
};

export type PageRequest = {
  readonly query: ListQuery;
  readonly place: Place | null;
  /** Epoch ms that relative dates are resolved at. */
  readonly now: number;
  readonly traits: ServerTraits;
  readonly ask: Ask;
};

export async function loadPage(request: PageRequest): Promise<Page> {
  const list = await request.ask('sort=-submitted,-id&limit=50');
  return { items: list.items, hasNext: list.hasMore, hasPrevious: false };
}
