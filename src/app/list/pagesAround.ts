import type { ListSearch } from '../../toloka/listSearch.ts';
import type { Page } from '../../toloka/paging/page.ts';
import type { Boundary, Place } from '../../toloka/place.ts';

/** The views one page on and one page back from a page of this search; null where nothing is. */
export function neighbours(
  search: ListSearch,
  page: Page | null,
): { readonly next: ListSearch | null; readonly previous: ListSearch | null } {
  const at = (side: Place['side'], boundary: Boundary | null | undefined) =>
    boundary ? { ...search, place: { side, boundary } } : null;
  return { next: at('after', page?.next), previous: at('before', page?.previous) };
}
