import { MAX_LIMIT, type SortDirection } from '../filters.ts';
import type { Operation } from '../operation.ts';
import type { Boundary } from '../place.ts';
import { opposite, type TimeSortKey, type TotalOrder } from '../sort.ts';
import { askAndLearn, type Ask } from './answers.ts';
import { isEmpty } from './narrow.ts';
import { findPlacements } from './placement.ts';
import type { Scope } from './scope.ts';
import type { Placement, ServerTraits } from './serverTraits.ts';

/** Rows of a walk, in its order, as one request brought them. */
export type Batch = {
  readonly rows: readonly Operation[];
  /** Whether the walk goes on with another request; false only means that the next batch tells. */
  readonly more: boolean;
  /** Whether more rows certainly follow where `more` says so: where rows are picked out of others, none may. */
  readonly sure: boolean;
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
  readonly #headroom: number;
  readonly #budget: number;
  readonly #skipsEmpty: boolean;
  /** Set when the page has its rows: from then on nothing is asked, and a walk goes on only with what has come. */
  closing = false;
  /** Whether a walk wanted to ask after `closing`: what it gave since may have gaps. */
  refused = false;
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
    /** Rows to ask for beyond what the page lacks. */
    headroom: number;
    /** Requests after which a page that has a row takes what has come, and comes short. */
    budget: number;
    /** Whether what the bounds leave no room for goes unasked. What the user asks for is asked, whatever it is. */
    skipsEmpty: boolean;
  }) {
    this.#ask = options.ask;
    this.traits = options.traits;
    this.#now = options.now;
    this.backward = options.backward;
    this.#placed = options.placed;
    this.#limit = options.limit;
    this.#headroom = options.headroom;
    this.#budget = options.budget;
    this.#skipsEmpty = options.skipsEmpty;
    this.remaining = options.limit;
    const walked = options.order.keys.find((key) => key.field === 'finished')?.direction ?? 'asc';
    this.#finishedForward = options.backward ? opposite(walked) : walked;
  }

  /** Whether the next row is one that a neighbouring page is placed by, on this side of the page. */
  get opensPage(): boolean {
    return this.#placed && this.remaining === this.#limit;
  }

  /** Whether a page that takes `count` more rows ends within or right behind them. */
  endsPage(count: number): boolean {
    return this.remaining > 0 && count >= this.remaining;
  }

  /** Asks for the rows of a walk from the start of its scope, as many as the page lacks and `slack` more. */
  async fetch({ scope, keys, id }: Walk, slack = 0): Promise<Batch> {
    if (this.#skipsEmpty && isEmpty(scope)) return { rows: [], more: false, sure: true, last: null };
    const spent = this.remaining < this.#limit && this.requests >= this.#budget;
    if (this.closing || spent) {
      this.refused = true;
      return { rows: [], more: true, sure: false, last: null };
    }
    this.requests++;
    const sort = scope.rows === 'absent' ? [await this.#absentFirstKey(), ...keys] : keys;
    // Among rows that may not count, one more than the page lacks shows whether any follows.
    const lack = Math.max(1, this.remaining) + this.#headroom + slack + (scope.rows === 'absent' ? 1 : 0);
    const limit = scope.rows === 'absentAnywhere' ? MAX_LIMIT : Math.min(MAX_LIMIT, lack);
    const answer = await askAndLearn(this.#ask, this.traits, { scope, keys: sort, id, limit });
    const last = answer.items.at(-1) ?? null;
    if (scope.rows !== 'absent') {
      return { rows: answer.items, more: answer.hasMore, sure: scope.rows === 'all', last };
    }
    const end = answer.items.findIndex((row) => row.finished !== null);
    const rows = end < 0 ? answer.items : answer.items.slice(0, end);
    return { rows, more: end < 0 && answer.hasMore, sure: false, last: rows.at(-1) ?? null };
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
   * The part of a scope without a `finished`; null where no such row exists. Where the server puts them last both ways
   * they have to be picked out of all the others.
   */
  async absentOnly(scope: Scope): Promise<Scope | null> {
    const placements = await this.placements();
    if (!placements) return null;
    const inFront = placements.asc === 'first' || placements.desc === 'first';
    return { ...scope, rows: inFront ? 'absent' : 'absentAnywhere' };
  }

  async #absentFirstKey(): Promise<TimeSortKey> {
    const placements = await this.placements();
    return { field: 'finished', direction: placements?.asc === 'first' ? 'asc' : 'desc' };
  }
}

/** The rows of a batch that count in its scope. Whatever row a look among others ended at, it marks a place there. */
export function counted(scope: Scope, batch: Batch): Batch {
  if (scope.rows !== 'absentAnywhere') return batch;
  const last = batch.last && { ...batch.last, finished: null };
  return { ...batch, rows: batch.rows.filter((row) => row.finished === null), last };
}

/** The boundary that a row marks in a walk. */
export function markOf(row: Operation, walk: Pick<Walk, 'keys'>): Boundary {
  return { values: walk.keys.map((key) => row[key.field]), id: row.id };
}
