import { MAX_LIMIT, type SortDirection } from '../filters.ts';
import type { Operation } from '../operation.ts';
import type { Boundary } from '../place.ts';
import { opposite, type TimeSortKey, type TotalOrder } from '../sort.ts';
import { isKnownStatus, isTerminal } from '../vocabulary.ts';
import { askAndLearn, type Ask } from './answers.ts';
import { findPlacements, unfinishedStatuses } from './placement.ts';
import type { Scope } from './scope.ts';
import type { Placement, ServerTraits } from './serverTraits.ts';

/** Rows of a walk, in its order, as one request brought them. */
export type Batch = {
  readonly rows: readonly Operation[];
  /** Whether more rows of the same walk certainly follow; false only means that the next batch tells. */
  readonly more: boolean;
  /** The last row that was looked at, whether it counts or not: a walk can go on from there. */
  readonly last: Operation | null;
};

export type Batches = AsyncGenerator<Batch, void, void>;

/** A walk through one scope in one total order. */
export type Walk = {
  readonly scope: Scope;
  readonly keys: readonly TimeSortKey[];
  readonly id: SortDirection;
};

/** What all walks of one page share. */
export class Walker {
  readonly traits: ServerTraits;
  readonly backward: boolean;
  /** Whether the page begins at a place, so that its first row will be the place that the page before ends at. */
  readonly #placed: boolean;
  readonly #limit: number;
  /** How many rows the page still lacks; requests are sized by it. At least 1, to see whether any follow. */
  remaining: number;
  /** Requests made so far, without those that find out how the server sorts (made once a session). */
  requests = 0;
  readonly #ask: Ask;
  readonly #now: number;
  readonly #finishedForward: SortDirection;
  #placements: Promise<Record<SortDirection, Placement> | null> | null = null;

  constructor(options: {
    ask: Ask;
    traits: ServerTraits;
    now: number;
    order: TotalOrder;
    backward: boolean;
    placed: boolean;
    limit: number;
  }) {
    this.#ask = options.ask;
    this.traits = options.traits;
    this.#now = options.now;
    this.backward = options.backward;
    this.#placed = options.placed;
    this.#limit = options.limit;
    this.remaining = options.limit;
    const walked = options.order.keys.find((key) => key.field === 'finished')?.direction ?? 'asc';
    this.#finishedForward = options.backward ? opposite(walked) : walked;
  }

  /** Whether the next row is one that a neighbouring page is placed by, on this side of the page. */
  get opensPage(): boolean {
    return this.#placed && this.remaining === this.#limit;
  }

  /** Asks for the rows of a walk from the start of its scope, as many as the page lacks and `slack` more. */
  async fetch({ scope, keys, id }: Walk, slack = 0): Promise<Batch> {
    this.requests++;
    const limit = Math.min(MAX_LIMIT, Math.max(1, this.remaining) + slack);
    const sort = scope.rows === 'absent' ? [await this.#absentFirstKey(), ...keys] : keys;
    const answer = await askAndLearn(this.#ask, this.traits, { scope, keys: sort, id, limit });
    const last = answer.items.at(-1) ?? null;
    if (scope.rows === 'all') return { rows: answer.items, more: answer.hasMore, last };
    if (scope.rows === 'absentAnywhere') {
      const rows = answer.items.filter((row) => row.finished === null);
      // Whatever row the look ended at, it marks a place among those without a `finished`.
      return { rows, more: answer.hasMore, last: last && { ...last, finished: null } };
    }
    const end = answer.items.findIndex((row) => row.finished !== null);
    const rows = end < 0 ? answer.items : answer.items.slice(0, end);
    return { rows, more: end < 0 && answer.hasMore, last: rows.at(-1) ?? null };
  }

  /** Where the server puts rows without a `finished`; null when there are none. Found out at the first need. */
  placements(): Promise<Record<SortDirection, Placement> | null> {
    this.#placements ??= findPlacements(this.#ask, this.traits, this.#now);
    return this.#placements;
  }

  /**
   * Whether rows without a `finished` come first in this walk: as the server sorts the list that the user asked for,
   * turned round where the walk goes backward.
   */
  async absentFirst(): Promise<boolean> {
    const placements = await this.placements();
    return (placements?.[this.#finishedForward] === 'first') !== this.backward;
  }

  /**
   * The scopes that together hold a scope's rows without a `finished`. One, asked in the direction that puts them
   * first; where the server puts them last both ways, one for each status that is not terminal; none where no such
   * row exists.
   */
  async absentScopes(scope: Scope): Promise<readonly Scope[]> {
    const placements = await this.placements();
    if (!placements) return [];
    if (placements.asc === 'first' || placements.desc === 'first') return [{ ...scope, rows: 'absent' }];
    const statuses = scope.status === null ? unfinishedStatuses(this.traits) : [scope.status];
    return statuses
      .filter((status) => !isKnownStatus(status) || !isTerminal(status))
      .map((status) => ({ ...scope, status, rows: 'absentAnywhere' as const }));
  }

  async #absentFirstKey(): Promise<TimeSortKey> {
    const placements = await this.placements();
    return { field: 'finished', direction: placements?.asc === 'first' ? 'asc' : 'desc' };
  }
}

/** The boundary that a row marks in a walk. */
export function markOf(row: Operation, walk: Pick<Walk, 'keys'>): Boundary {
  return { values: walk.keys.map((key) => row[key.field]), id: row.id };
}
