import { MAX_LIMIT } from '../filters.ts';
import type { ListQuery } from '../listSearch.ts';
import type { Operation } from '../operation.ts';
import type { Boundary, Place } from '../place.ts';
import type { Ask } from './answers.ts';
import type { ServerTraits } from './serverTraits.ts';

/** One page of the list. */
export type Page = {
  readonly items: readonly Operation[];
  /** Where the next page begins (just after this row), or null when nothing follows. */
  readonly next: Boundary | null;
  /** Where the page before ends (just before this row), or null when nothing comes before. */
  readonly previous: Boundary | null;
  /** Streams (one a type and status) that could not be read: the page lacks their rows. Left out when there are none. */
  readonly missing?: readonly MissingStream[];
};

/** A page as a request reads it, with what came along of the rows that lie next to it. */
export type PageReading = Page & {
  /** Which way the page was walked from its place: up the list from a place that it lies `before`, else down. */
  readonly side: Place['side'];
  /** Rows next to the page on the side where the walk ended, in the list's order; with the page they have no gaps. */
  readonly beyond: readonly Operation[];
  /** Where page and `beyond` end on that side; null when nothing lies beyond. */
  readonly reach: Boundary | null;
};

export type PageRequest = {
  readonly query: ListQuery;
  readonly place: Place | null;
  /** Epoch ms that relative dates are resolved at. */
  readonly now: number;
  /** What is known of the server; what this page finds out is added. */
  readonly traits: ServerTraits;
  readonly ask: Ask;
  /** Whether an error of `ask` concerns the whole page, even if it came for one stream of several. Default: none. */
  readonly concernsAll?: (error: unknown) => boolean;
  /** How many rows beyond the page are welcome. They are asked for with the page's own, never by themselves. */
  readonly headroom?: number;
};

/** A stream that could not be read while others could: its rows are missing from the page. */
export type MissingStream = {
  readonly type: string | null;
  readonly status: string | null;
  readonly error: unknown;
};

/** Rows asked for beyond a page's need, so that a few ties with the boundary do not cost a second request. */
export const SLACK = 5;

/** How many rows beyond the page one request can bring along. */
export function headroomOf({ headroom = 0, query }: PageRequest): number {
  return Math.max(0, Math.min(headroom, MAX_LIMIT - SLACK - query.limit));
}
