import type { SortDirection } from '../filters.ts';

/** Where rows without a `finished` stand in a list sorted by it. */
export type Placement = 'first' | 'last';

/**
 * What the API does not promise and a server is found to do, learned from its answers and kept for the session. Pages
 * are exact without it; knowing it saves requests.
 */
export type ServerTraits = {
  /** Where an absent `finished` sorts, by direction; undefined until it has been seen. */
  readonly absentFinished: Partial<Record<SortDirection, Placement>>;
  /** Statuses beyond the known ones that were seen, because only a status can be asked for by name. */
  readonly statuses: Set<string>;
  /** Epoch ms of the last search for the placement that found no row without a `finished`; null if none was made. */
  nothingAbsentAt: number | null;
};

/** Nothing known yet. */
export function createServerTraits(): ServerTraits {
  return { absentFinished: {}, statuses: new Set(), nothingAbsentAt: null };
}
