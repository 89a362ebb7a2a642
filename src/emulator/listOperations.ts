import { isKnownType, isTerminal } from '../toloka/vocabulary.ts';
import { ID_ORDERS } from './identifiers.ts';
import { literalAt } from './literal.ts';
import type { ListQuery, QueryBound } from './listQuery.ts';
import { absentFirst, rangeOf, rowOrder, within, type Keys } from './ordering.ts';
import { hashText, mix } from './random.ts';
import { renderOperation } from './render.ts';
import { statusAt, type ScheduledOperation } from './schedule.ts';
import type { SortedIndex } from './sortedIndex.ts';
import type { Store } from './store.ts';
import type { Switches } from './switches.ts';

/** A row that matches; its JSON is written only if it comes onto the page. */
type Candidate = Keys & { readonly tie: number; readonly text: () => string };
type Candidates = Generator<Candidate, void>;

export type ListRequest = {
  /** µs. */
  readonly now: number;
  readonly switches: Switches;
  /** Changes from request to request: rows that tie in all keys come in an order that follows from it. */
  readonly tieSeed: number;
};

/** The list's answer as JSON text (reference: `{"items": […], "has_more": …}`). */
export function listOperations(store: Store, query: ListQuery, request: ListRequest): string {
  const rows = [...literalRows(store, query, request), ...scheduledRows(store, query, request)];
  rows.sort(rowOrder(query.sort, request.switches.absentFinished));
  const items = rows.slice(0, query.limit).map((row) => row.text());
  return `{"items":[${items.join(',')}],"has_more":${rows.length > query.limit}}`;
}

/** Every literal operation that matches: there are few. */
function* literalRows(store: Store, query: ListQuery, { now, switches, tieSeed }: ListRequest): Candidates {
  const matches = matcher(query, switches);
  for (const operation of store.literals()) {
    const version = literalAt(operation, now);
    if (!version) continue;
    const { submitted, finished, text, type, status } = version;
    const keys = { id: ID_ORDERS[switches.idOrder](operation.id), submitted, finished };
    if (matches(type, status, keys))
      yield { ...keys, tie: mix(tieSeed, hashText(operation.id)), text: () => text };
  }
}

/**
 * The scheduled operations that can come onto the page, and at least one more if there is one: walks the index of the
 * first sort key, and stops at the end of the block of ties that fills the page.
 */
function* scheduledRows(store: Store, query: ListQuery, request: ListRequest): Candidates {
  const { now, switches } = request;
  const newest = newestVisible(store, request);
  const candidate = candidateOf(store, query, request);
  const first = query.sort[0];
  const descending = first?.direction === 'desc';
  const walk = <Key extends string | number>(index: Index<Key>, range: Range, wanted: number) =>
    walkIndex(index, range, descending, wanted, candidate);
  // Those that are not over are few, and stand together whatever the sort.
  const unfinished = () => store.byFinished.rows.slice(store.byFinished.firstWhere((key) => key > now));

  if (query.type !== null && !isKnownType(query.type)) return;
  if (query.status !== null && !isTerminal(query.status)) {
    yield* unfinished().flatMap((row) => candidate(row) ?? []);
    return;
  }
  if (first?.field === 'id') {
    yield* walk(store.byId(), rangeOf(store.byId(), idBounds(query, switches)), query.limit);
  } else if (first?.field === 'finished') {
    const index = store.byFinished;
    const end = index.firstWhere((key) => key > now);
    // Those without `finished` are few, and all of them tie, so none is left out.
    const absent = unfinished().flatMap((row) => candidate(row) ?? []);
    yield* absent;
    const before = absentFirst(switches.absentFinished, descending) ? absent.length : 0;
    const [from, to] = rangeOf(index, query.bounds.finished);
    yield* walk(index, [from, Math.min(to, end)], query.limit - before);
  } else {
    const index = store.bySubmitted;
    const end = index.firstWhere((key) => key > newest);
    const [from, to] = rangeOf(index, query.bounds.submitted);
    yield* walk(index, [from, Math.min(to, end)], query.limit);
  }
}

type Index<Key extends string | number> = SortedIndex<ScheduledOperation, Key>;
type Range = readonly [number, number];

function* walkIndex<Key extends string | number>(
  index: Index<Key>,
  [from, to]: Range,
  descending: boolean,
  wanted: number,
  candidate: (row: ScheduledOperation) => Candidate | null,
): Candidates {
  let found = 0;
  let filled: Key | null = null;
  for (let step = 0; step < to - from; step += 1) {
    const row = index.rows[descending ? to - 1 - step : from + step] as ScheduledOperation;
    // Rows that tie in the first key are all needed: the other keys order them.
    if (filled !== null && index.keyOf(row) !== filled) return;
    const match = candidate(row);
    if (!match) continue;
    found += 1;
    if (found > wanted) filled = index.keyOf(row);
    yield match;
  }
}

function candidateOf(store: Store, query: ListQuery, request: ListRequest) {
  const { now, switches, tieSeed } = request;
  const newest = newestVisible(store, request);
  const matches = matcher(query, switches);
  const byId = store.byId();
  return (row: ScheduledOperation): Candidate | null => {
    // The cheap tests first: most rows of a long walk fail them.
    if (row.submitted > newest || (query.type !== null && row.type !== query.type)) return null;
    const { submitted } = row;
    const keys = { id: byId.keyOf(row), submitted, finished: row.finished > now ? null : row.finished };
    if (!matches(row.type, statusAt(row, now), keys) || store.replaced(row)) return null;
    return { ...keys, tie: mix(tieSeed, row.seed), text: () => JSON.stringify(renderOperation(row, now)) };
  };
}

/** The latest `submitted` (µs) that is there to be seen. */
export function newestVisible(
  store: Store,
  { now, switches }: Pick<ListRequest, 'now' | 'switches'>,
): number {
  return switches.arrivals ? now : Math.min(now, store.epoch);
}

function matcher(query: ListQuery, switches: Switches) {
  const ids = idBounds(query, switches);
  const { submitted, finished } = query.bounds;
  return (type: string | null, status: string | null, keys: Keys): boolean =>
    (query.type === null || type === query.type) &&
    (query.status === null || status === query.status) &&
    within(keys.submitted, submitted) &&
    within(keys.finished, finished) &&
    within(keys.id, ids);
}

/** The bounds on IDs in the form in which IDs compare. */
function idBounds(query: ListQuery, { idOrder }: Switches): QueryBound[] {
  return query.bounds.id.map((bound) => ({ ...bound, value: ID_ORDERS[idOrder](String(bound.value)) }));
}
