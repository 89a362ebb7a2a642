import { BOUND_PARAMETERS, RANGE_FIELDS, type BoundParameter } from '../filters.ts';
import type { ListQuery } from '../listSearch.ts';
import type { Operation } from '../operation.ts';
import { boundaryOf, type Boundary, type Place } from '../place.ts';
import { resolveDate } from '../relativeTime.ts';
import { reverseOrder, totalOrder } from '../sort.ts';
import { isKnownStatus, KNOWN_STATUSES } from '../vocabulary.ts';
import type { Ask } from './answers.ts';
import { mergeWalks, type MissingStream } from './merge.ts';
import type { BoundSet, Scope } from './scope.ts';
import type { ServerTraits } from './serverTraits.ts';
import { walkStream } from './stream.ts';
import { Walker, type Batches } from './walk.ts';

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
};

/** Requests a page may cost per stream; a page that would cost more comes short and goes on with the next one. */
const REQUESTS_A_STREAM = 3;
/** Where rows have to be picked out of others, how many requests one page may look through. */
const REQUESTS_A_SEARCH = 10;

/**
 * Loads one page: each matching operation belongs to exactly one page, in both directions, whatever ties, whatever
 * lacks a `finished`, whatever happens meanwhile. Where one stream of several fails, the page comes without it and says
 * so (`missing`). Rejects with whatever `ask` rejects with when that is all there is, or concerns all.
 */
export async function loadPage(request: PageRequest): Promise<Page> {
  const { query, place, now, traits, ask } = request;
  const forward = totalOrder(query.sort);
  const backward = place?.side === 'before';
  const order = backward ? reverseOrder(forward) : forward;
  const walker = new Walker({
    ask,
    traits,
    now,
    order,
    backward,
    placed: place !== null,
    limit: query.limit,
  });
  const scopes = scopesOf(query, resolveBounds(query.bounds, now));
  const start = place?.boundary ?? null;
  const walk = {
    scope: { type: null, status: null, bounds: {}, rows: 'all' as const, ...scopes[0] },
    ...order,
  };
  const missing: MissingStream[] = [];
  const batches =
    scopes.length === 1
      ? walkStream(walker, walk, start, mergeWalks)
      : mergeWalks(walker, scopes, walk, start, (stream) => {
          missing.push(stream);
          if (missing.length === scopes.length || request.concernsAll?.(stream.error)) throw stream.error;
        });
  const { rows, end } = await collect(walker, batches, query.limit, scopes.length);

  const last = end && boundaryOf(end, forward);
  const first = rows[0] ? boundaryOf(rows[0], forward) : null;
  const incomplete = missing.length > 0 && { missing };
  return backward
    ? { items: rows.toReversed(), next: first, previous: last, ...incomplete }
    : { items: rows, next: last, previous: start && first, ...incomplete };
}

/** Takes a page's rows from a walk. `end` is the row that the next page goes on from, null when nothing follows. */
async function collect(
  walker: Walker,
  batches: Batches,
  limit: number,
  streams: number,
): Promise<{ rows: Operation[]; end: Operation | null }> {
  const rows = new Map<string, Operation>();
  for await (const batch of batches) {
    for (const row of batch.rows) if (!rows.has(row.id)) rows.set(row.id, row);
    walker.remaining = Math.max(0, limit - rows.size);
    const page = [...rows.values()].slice(0, limit);
    const end = page.at(-1) ?? null;
    if (rows.size > limit || (rows.size === limit && batch.more)) return { rows: page, end };
    const spent = walker.requests >= REQUESTS_A_STREAM * streams && rows.size > 0;
    if (batch.more && batch.last && (spent || walker.requests >= REQUESTS_A_SEARCH * streams)) {
      return { rows: page, end: batch.last };
    }
  }
  return { rows: [...rows.values()], end: null };
}

/** Bounds with their dates as the API wants them, relative ones resolved at `now` (epoch ms). */
export function resolveBounds(bounds: ListQuery['bounds'], now: number): BoundSet {
  const resolved: Partial<Record<BoundParameter, string>> = {};
  for (const { name, field } of BOUND_PARAMETERS.values()) {
    const value = bounds[name];
    if (value === undefined) continue;
    const date = RANGE_FIELDS[field].kind === 'time' ? resolveDate(value, now) : value;
    if (date !== null) resolved[name] = date;
  }
  return resolved;
}

/**
 * The streams of a query: the API takes one type and one status a request. Statuses go in the order of an operation's
 * life: asked one after the other, an operation that moves on meanwhile is met again, never missed.
 */
export function scopesOf(query: ListQuery, bounds: BoundSet): Scope[] {
  const types = query.types.length > 0 ? query.types : [null];
  const statuses = query.statuses.length > 0 ? [...query.statuses].sort(byLife) : [null];
  return types.flatMap((type) => statuses.map((status) => ({ type, status, bounds, rows: 'all' as const })));
}

function byLife(a: string, b: string): number {
  return stage(a) - stage(b);
}

/** PENDING, RUNNING, then unknown ones, then the ends; the table of statuses is in the order of life. */
function stage(status: string): number {
  return isKnownStatus(status) ? KNOWN_STATUSES.indexOf(status) : 1.5;
}
