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

/** How many rows are shown and whether that is all. Never a total: the API has none. */
export function countWords(page: Page, noun: '' | 'operation'): string {
  const count = page.items.length;
  const what = noun === '' ? '' : ` ${noun}${count === 1 ? '' : 's'}`;
  if (page.missing) return `${count}${what} shown, incomplete`;
  if (page.next !== null) return `${count}${what} shown, more follow`;
  return page.previous === null ? `${count}${what} shown` : `${count}${what} shown, the last ones`;
}
