import { formatListSearch } from '../../toloka/formatSearch.ts';
import type { ListSearch } from '../../toloka/listSearch.ts';
import { parseListSearch } from '../../toloka/parseSearch.ts';
import { listHref } from '../links.ts';

/** A list with a name. It holds what its URL says and nothing else, so its link means the same to everybody. */
export type View = {
  /** Told apart by it: no two views have the same. */
  readonly name: string;
  readonly environment: string;
  /** The query string without `?`, without a place in the list and without a pause. */
  readonly search: string;
};

/** Somebody's views in their order, and which of them `/` opens (by name; null for none). */
export type SavedViews = { readonly views: readonly View[]; readonly start: string | null };

/** Nothing saved yet. */
export const NO_VIEWS: SavedViews = { views: [], start: null };

/** What a view is of: an environment and a query. */
export type ViewAddress = Pick<View, 'environment' | 'search'>;

/** The longest name, in characters. */
export const MAX_NAME = 80;
/** More views than anybody could find their way among; what a file holds beyond is not read. */
export const MAX_VIEWS = 1000;

/** What a list's query string says about which rows and in which order: neither a page of it nor a pause. */
export function viewSearch(text: string): string {
  return formatListSearch(lasting(parseListSearch(text)));
}

/**
 * A text that two addresses share exactly when they are the same view, whatever the order of their parameters: any of
 * several types or statuses means the same in any order.
 */
export function viewKey({ environment, search: text }: ViewAddress): string {
  const search = lasting(parseListSearch(text));
  const { query, faults } = search;
  const sorted = { ...query, types: [...query.types].sort(), statuses: [...query.statuses].sort() };
  return listHref(environment, {
    ...search,
    query: sorted,
    faults: [...faults].sort((a, b) => (`${a.parameter}=${a.value}` < `${b.parameter}=${b.value}` ? -1 : 1)),
  });
}

/** A view's link, from the app's root. */
export function viewHref({ environment, search }: ViewAddress): string {
  return listHref(environment, parseListSearch(search));
}

/** Without the place in the list, its faults included, and without the pause. */
function lasting(search: ListSearch): ListSearch {
  const faults = search.faults.filter(
    ({ parameter }) => parameter !== 'after' && parameter !== 'before' && parameter !== 'updates',
  );
  return { ...search, place: null, paused: false, faults };
}

/** A name as it is kept: on one line, without blanks at its ends, not too long. Empty when nothing is left. */
export function tidyName(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Z}]+/gu, ' ').trim();
  return Array.from(line).slice(0, MAX_NAME).join('').trim();
}

/** The name itself, or with the first number that makes it unlike any of `views`: `Nightly (2)`. */
export function freeName(name: string, views: readonly View[]): string {
  const taken = new Set(views.map((view) => view.name));
  let free = name;
  for (let number = 2; taken.has(free); number++) free = numbered(name, number);
  return free;
}

/** Whether `name` is `base`, or what `freeName` makes of it. */
export function isNameOf(name: string, base: string): boolean {
  const number = / \((\d{1,6})\)$/.exec(name)?.[1];
  return name === base || (number !== undefined && name === numbered(base, Number(number)));
}

function numbered(name: string, number: number): string {
  const suffix = ` (${number})`;
  return (
    Array.from(name)
      .slice(0, MAX_NAME - suffix.length)
      .join('') + suffix
  );
}
