import { RANGE_FIELD_NAMES, type RangeField, type SortKey } from '../toloka/filters.ts';
import { isTerminal } from '../toloka/vocabulary.ts';
import { ID_ORDERS } from './identifiers.ts';
import { literalAt } from './literal.ts';
import type { ListQuery, QueryBound } from './listQuery.ts';
import { absentFirst, rowOrder, within, type Keys } from './ordering.ts';
import { hashText, mix } from './random.ts';
import { inWindow, slicesOf, windowOf, type Slice, type Window } from './ranges.ts';
import { regressed, renderOperation } from './render.ts';
import { statusAt, type ScheduledOperation } from './schedule.ts';
import type { Indexes, Store } from './store.ts';
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
  const texts = rows.slice(0, query.limit).map((row) => row.text());
  const items = request.switches.regress ? texts.map(regressed) : texts;
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

/** So many rows are rather read all than searched for in an order in which they are rare. */
const FEW = 2000;

/**
 * The scheduled operations that can come onto the page, and at least one more if there is one: walks the index of the
 * first sort key, and stops at the end of the block of ties that fills the page. Where a bound on another field leaves
 * few, it takes all of those.
 */
function* scheduledRows(store: Store, query: ListQuery, request: ListRequest): Candidates {
  const { now, switches } = request;
  const indexes = store.indexes(query.type);
  const ids = idBounds(query, switches);
  const newest = newestVisible(store, request);
  const window = windowOf(query, { now, newest, longest: store.longest() });
  const candidate = candidateOf(store, query, { request, window, ids });
  // Those that are not over are few, and stand together whatever the sort.
  const unfinished = () =>
    indexes.finished.rows
      .slice(indexes.finished.firstWhere((key) => key > now))
      .flatMap((row) => candidate(row) ?? []);
  if (query.status !== null && !isTerminal(query.status)) {
    yield* unfinished();
    return;
  }
  const { field, direction } = query.sort[0] ?? UNSORTED;
  const descending = direction === 'desc';
  const slices = slicesOf(indexes, window, ids);
  const fewer = fewerElsewhere(field, slices, window);
  if (fewer) {
    const [from, to] = slices[fewer];
    yield* indexes[fewer].rows.slice(from, to).flatMap((row) => candidate(row) ?? []);
    return;
  }
  let wanted = query.limit;
  if (field === 'finished') {
    // All of those without `finished` tie, so none is left out.
    const absent = unfinished();
    yield* absent;
    if (absentFirst(switches.absentFinished, descending)) wanted -= absent.length;
  }
  yield* walkIndex(indexes[field], { slice: slices[field], descending, wanted, candidate });
}

const UNSORTED: SortKey = { field: 'submitted', direction: 'asc' };

/** The field whose bounds leave so few rows that one had better take all of them; null when none does. */
function fewerElsewhere(
  sortedBy: RangeField,
  slices: Readonly<Record<RangeField, Slice>>,
  window: Window,
): RangeField | null {
  const size = (field: RangeField) => slices[field][1] - slices[field][0];
  // What is not over is not in the slice of those that are.
  const others = RANGE_FIELD_NAMES.filter(
    (field) => field !== sortedBy && (field !== 'finished' || window.over),
  );
  const [fewest] = others.toSorted((a, b) => size(a) - size(b));
  return fewest && size(fewest) <= FEW && size(fewest) * 8 <= size(sortedBy) ? fewest : null;
}

type Walk = {
  readonly slice: Slice;
  readonly descending: boolean;
  readonly wanted: number;
  readonly candidate: (row: ScheduledOperation) => Candidate | null;
};

function* walkIndex(
  index: Indexes[RangeField],
  { slice: [from, to], descending, wanted, candidate }: Walk,
): Candidates {
  let found = 0;
  let filled: string | number | null = null;
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

function candidateOf(
  store: Store,
  { status }: ListQuery,
  { request: { now, tieSeed }, window, ids }: { request: ListRequest; window: Window; ids: QueryBound[] },
) {
  const { keyOf } = store.indexes(null).id;
  return (row: ScheduledOperation): Candidate | null => {
    // Nothing is made of a row before it has passed every test: most rows of a long walk do not.
    if (!inWindow(window, row) || (status !== null && statusAt(row, now) !== status)) return null;
    const id = keyOf(row);
    if (!within(id, ids) || store.replaced(row)) return null;
    const { submitted, finished, seed } = row;
    return {
      id,
      submitted,
      finished: finished > now ? null : finished,
      tie: mix(tieSeed, seed),
      text: () => JSON.stringify(renderOperation(row, now)),
    };
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
