import { DEFAULT_LIMIT, DEFAULT_SORT, type BoundParameter, type SortKey } from './filters.ts';
import type { Place } from './place.ts';

/** What the list shows: filters, order and page size, in the API's own words. Dates may still be relative. */
export type ListQuery = {
  /** Any of these types; empty means all. */
  readonly types: readonly string[];
  /** Any of these statuses; empty means all. */
  readonly statuses: readonly string[];
  readonly bounds: Readonly<Partial<Record<BoundParameter, string>>>;
  readonly sort: readonly SortKey[];
  /** Rows a page, 1 to 300. */
  readonly limit: number;
  /**
   * Only operations with this text in a parameter, a detail or the ID (`findText.ts`); null for all. The API cannot
   * filter by it, so the rest of the query is walked and looked through.
   */
  readonly find: string | null;
};

/** A parameter of the URL that could not be understood: shown as it is, and nothing is asked until it is mended. */
export type Fault = {
  readonly parameter: string;
  readonly value: string;
  /** The rest of a sentence that begins with the parameter, for people. */
  readonly reason: string;
  /** The nearest value that would be understood, if one is near. */
  readonly suggestion: string | null;
};

/** All that a list URL's query string says. */
export type ListSearch = {
  readonly query: ListQuery;
  readonly place: Place | null;
  /** Whether automatic updates are paused. */
  readonly paused: boolean;
  readonly faults: readonly Fault[];
};

/** The query of a bare list URL. */
export const DEFAULT_QUERY: ListQuery = {
  types: [],
  statuses: [],
  bounds: {},
  sort: DEFAULT_SORT,
  limit: DEFAULT_LIMIT,
  find: null,
};

/** The search of a bare list URL. */
export const DEFAULT_SEARCH: ListSearch = { query: DEFAULT_QUERY, place: null, paused: false, faults: [] };

/** The longest text that can be looked for, in characters. */
export const MAX_FIND = 200;

/** The API takes one type and one status a request, so several are that many streams; more than this is refused. */
export const MAX_STREAMS = 32;
