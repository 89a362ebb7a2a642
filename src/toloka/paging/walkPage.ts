import type { Operation } from '../operation.ts';
import { boundaryOf } from '../place.ts';
import { reverseOrder, totalOrder } from '../sort.ts';
import { mergeWalks } from './merge.ts';
import { isEmpty } from './narrow.ts';
import { headroomOf, type MissingStream, type PageReading, type PageRequest } from './page.ts';
import type { Scope } from './scope.ts';
import { walkStream } from './stream.ts';
import { Walker, type Batches } from './walk.ts';

/** Requests a page may cost per stream; a page that would cost more comes short and goes on with the next one. */
const REQUESTS_A_STREAM = 3;
/** Where rows have to be picked out of others, how many requests one page may look through. */
const REQUESTS_A_SEARCH = 10;

/**
 * Walks to one page: each matching operation belongs to exactly one page, in both directions, whatever ties, whatever
 * lacks a `finished`, whatever happens meanwhile. Where one stream of several fails, the page comes without it and says
 * so (`missing`). `scopes` are the query's streams. Rejects with whatever `ask` rejects with when that is all there is, or concerns all.
 */
export async function walkPage(request: PageRequest, scopes: readonly Scope[]): Promise<PageReading> {
  const { query, place, now, traits, ask } = request;
  const headroom = headroomOf(request);
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
