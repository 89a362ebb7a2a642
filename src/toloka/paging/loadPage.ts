import { BOUND_PARAMETERS, MAX_LIMIT, RANGE_FIELDS, type BoundParameter } from '../filters.ts';
import type { ListQuery } from '../listSearch.ts';
import type { Operation } from '../operation.ts';
import { boundaryOf, type Boundary, type Place } from '../place.ts';
import { resolveDate } from '../relativeTime.ts';
import { reverseOrder, totalOrder } from '../sort.ts';
import { isKnownStatus, KNOWN_STATUSES } from '../vocabulary.ts';
import type { Ask } from './answers.ts';
import { mergeWalks, type MissingStream } from './merge.ts';
import { isEmpty, type BoundSet, type Scope } from './scope.ts';
import type { ServerTraits } from './serverTraits.ts';
import { SLACK, walkStream } from './stream.ts';
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

/** Requests a page may cost per stream; a page that would cost more comes short and goes on with the next one. */
const REQUESTS_A_STREAM = 3;
/** Where rows have to be picked out of others, how many requests one page may look through. */
const REQUESTS_A_SEARCH = 10;

/**
 * Loads one page: each matching operation belongs to exactly one page, in both directions, whatever ties, whatever
 * lacks a `finished`, whatever happens meanwhile. Where one stream of several fails, the page comes without it and says
 * so (`missing`). Rejects with whatever `ask` rejects with when that is all there is, or concerns all.
 */
export async function loadPage(request: PageRequest): Promise<PageReading> {
  const { query, place, now, traits, ask } = request;
  const headroom = Math.max(0, Math.min(request.headroom ?? 0, MAX_LIMIT - SLACK - query.limit));
  const forward = totalOrder(query.sort);
  const backward = place?.side === 'before';
  const order = backward ? reverseOrder(forward) : forward;
  const scopes = scopesOf(query, resolveBounds(query.bounds, now));
  const walker = new Walker({
    ask,
    traits,
    now,
    order,
    backward,
    placed: place !== null,
    limit: query.limit,
    headroom,
    // A page of several streams may end only where `collect` finds it safe: behind no group that was ordered here.
    budget: scopes.length === 1 ? REQUESTS_A_STREAM : Infinity,
    skipsEmpty: !scopes.some(isEmpty),
  });
  const start = place?.boundary ?? null;
  const walk = {
    scope: { type: null, status: null, bounds: {}, rows: 'all' as const, ...scopes[0] },
    ...order,
  };
  const missing: MissingStream[] = [];
  const batches =
    scopes.length === 1
      ? walkStream(walker, walk, start)
      : mergeWalks(walker, scopes, walk, start, (stream) => {
          missing.push(stream);
          if (missing.length === scopes.length || request.concernsAll?.(stream.error)) throw stream.error;
        });
  const taken = await collect(walker, batches, query.limit, headroom, scopes.length);

  const rows = taken.rows.slice(0, query.limit);
  const beyond = taken.rows.slice(query.limit);
  const end = taken.full ? (rows.at(-1) ?? null) : taken.end;
  const last = end && boundaryOf(end, forward);
  const reach = taken.end && boundaryOf(taken.end, forward);
  const first = rows[0] ? boundaryOf(rows[0], forward) : null;
  const incomplete = missing.length > 0 && { missing };
  return backward
    ? {
        items: rows.toReversed(),
        next: first,
        previous: last,
        side: 'before',
        beyond: beyond.toReversed(),
        reach,
        ...incomplete,
      }
    : { items: rows, next: last, previous: start && first, side: 'after', beyond, reach, ...incomplete };
}

type Taken = {
  readonly rows: readonly Operation[];
  /** Whether the page has all its rows and more follow. */
  readonly full: boolean;
  /** The row that the walk would go on from; null when nothing follows. */
  readonly end: Operation | null;
};

/** Takes a page's rows from a walk, and then up to `headroom` more of what has come without another request. */
async function collect(
  walker: Walker,
  batches: Batches,
  limit: number,
  headroom: number,
  streams: number,
): Promise<Taken> {
  const rows = new Map<string, Operation>();
  let full = false;
  const most = limit + headroom;
  const taken = () => [...rows.values()].slice(0, most);
  for await (const batch of batches) {
    if (walker.refused) break;
    for (const row of batch.rows) if (!rows.has(row.id)) rows.set(row.id, row);
    walker.remaining = Math.max(0, limit - rows.size);
    full ||= rows.size > limit || (rows.size === limit && batch.more && batch.sure);
    walker.closing = full;
    if (rows.size > most || (rows.size === most && full && batch.more)) break;
    const spent = walker.requests >= REQUESTS_A_STREAM * streams && rows.size > 0;
    if (!full && batch.more && batch.last && (spent || walker.requests >= REQUESTS_A_SEARCH * streams)) {
      return { rows: taken(), full, end: batch.last };
    }
  }
  const cut = walker.refused || rows.size > most || (rows.size === most && full);
  return { rows: taken(), full, end: cut ? (taken().at(-1) ?? null) : null };
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
