import { BOUND_PARAMETERS, MAX_LIMIT, RANGE_FIELDS, type BoundParameter } from '../filters.ts';
import type { ListQuery } from '../listSearch.ts';
import type { OperationList } from '../operation.ts';
import { boundaryOf } from '../place.ts';
import { resolveDate } from '../relativeTime.ts';
import { totalOrder } from '../sort.ts';
import { isKnownStatus, KNOWN_STATUSES } from '../vocabulary.ts';
import { askAndLearn, questionSearch, type Ask, type Question } from './answers.ts';
import { headroomOf, type PageReading, type PageRequest } from './page.ts';
import type { BoundSet, Scope } from './scope.ts';

/** The code that walks to pages that one plain question does not bring. Most visits never need it. */
export const loadWalk = () => import('./walkPage.ts');

/**
 * Loads one page: each matching operation belongs to exactly one page, in both directions, whatever ties, whatever
 * lacks a `finished`, whatever happens meanwhile. The first page of a single stream, sorted by what every row has, is
 * what the server's first answer holds; all others are walked to (`walkPage`). Rejects with whatever `ask` rejects with,
 * and when the code of the walk does not come.
 */
export async function loadPage(request: PageRequest): Promise<PageReading> {
  const { query, place, now, ask } = request;
  const scopes = scopesOf(query, resolveBounds(query.bounds, now));
  const { keys, id } = totalOrder(query.sort);
  const [scope, ...others] = scopes;
  const plain = place === null && others.length === 0 && keys.every(({ field }) => field !== 'finished');
  if (!plain || !scope) return (await loadWalk()).walkPage(request, scopes);
  const limit = Math.min(MAX_LIMIT, query.limit + headroomOf(request));
  const question: Question = { scope, keys, id, limit };
  const answer = await askAndLearn(ask, request.traits, question);
  const page = firstPage(request, answer);
  // A server may give less than it was asked for: then the walk begins with what has come.
  return (
    page ??
    (await loadWalk()).walkPage({ ...request, ask: answered(ask, questionSearch(question), answer) }, scopes)
  );
}

/** An answer as the first page of its stream; null when it does not hold all of it. */
function firstPage({ query }: PageRequest, { items, hasMore }: OperationList): PageReading | null {
  const { limit } = query;
  if ((hasMore && items.length < limit) || new Set(items.map(({ id }) => id)).size < items.length)
    return null;
  const order = totalOrder(query.sort);
  const rows = items.slice(0, limit);
  const edge = hasMore || items.length > limit ? rows.at(-1) : undefined;
  const end = hasMore ? items.at(-1) : undefined;
  return {
    items: rows,
    next: edge ? boundaryOf(edge, order) : null,
    previous: null,
    side: 'after',
    beyond: items.slice(limit),
    reach: end ? boundaryOf(end, order) : null,
  };
}

/** Asks, but gives the answer that is there already where the same is asked first. */
function answered(ask: Ask, search: string, answer: OperationList): Ask {
  let fresh = true;
  return (asked) => {
    const known = fresh && asked === search;
    fresh = false;
    return known ? Promise.resolve(answer) : ask(asked);
  };
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
