import { arrivals } from './arrivals.ts';
import { history } from './history.ts';
import { ID_ORDERS, type IdOrder } from './identifiers.ts';
import type { LiteralOperation } from './literal.ts';
import type { ScheduledOperation } from './schedule.ts';
import { literalSentinels, scheduledSentinels } from './sentinels.ts';
import { createSortedIndex, type SortedIndex } from './sortedIndex.ts';

const SECOND_US = 1_000_000;
/** How long before its creation the emulator's live stream begins, so that some operations run at once. */
const WARM_UP_US = 900 * SECOND_US;

type Index<Key extends string | number> = SortedIndex<ScheduledOperation, Key>;

/** The same operations in the order of each sort key. */
export type Indexes = {
  readonly submitted: Index<number>;
  /** By their final `finished`; at an instant, those beyond it have none yet. */
  readonly finished: Index<number>;
  /** By the form in which IDs compare. */
  readonly id: Index<string>;
};

/**
 * All operations, past and to come, each a fixed schedule; indexed by type and each sort key, so that a list request
 * touches little more than the rows it answers with. Whoever reads asks `extendTo` first.
 */
export type Store = {
  /** When it was made (µs). */
  readonly epoch: number;
  /** The operations of one type, or of all (null). */
  readonly indexes: (type: string | null) => Indexes;
  /** The longest time (µs) that any of them takes from `submitted` to `finished`. */
  readonly longest: () => number;
  /** Lets operations come in up to `now` (µs). */
  readonly extendTo: (now: number) => void;
  readonly find: (id: string) => ScheduledOperation | LiteralOperation | undefined;
  readonly literals: () => Iterable<LiteralOperation>;
  /** Whether a literal operation has taken this one's place. */
  readonly replaced: (operation: ScheduledOperation) => boolean;
  readonly put: (operation: LiteralOperation) => void;
  readonly setIdOrder: (order: IdOrder) => void;
};

export type StoreOptions = {
  readonly seed: number;
  /** µs. */
  readonly epoch: number;
  /** How many operations there are at the epoch, about. */
  readonly size: number;
  readonly days: number;
  readonly idOrder: IdOrder;
  readonly sentinels: boolean;
  /** Whether operations come in at all, from the warm-up on. */
  readonly live: boolean;
};

/** Makes the store. The same options give the same operations. */
export function createStore(options: StoreOptions): Store {
  const { seed, epoch, days } = options;
  const stream = arrivals(seed, epoch - WARM_UP_US);
  let upcoming = stream.next().value;
  const arrived = (until: number) => {
    const batch: ScheduledOperation[] = [];
    // A second more: an operation's `submitted` may be cut to the whole second before it comes in.
    while (options.live && upcoming.at <= until + SECOND_US) {
      batch.push(upcoming.operation);
      upcoming = stream.next().value;
    }
    return batch;
  };
  const recent = arrived(epoch);
  const named = options.sentinels ? scheduledSentinels(seed, epoch, days) : [];
  const literals = new Map<string, LiteralOperation>();
  for (const literal of options.sentinels ? literalSentinels(epoch, days) : [])
    literals.set(literal.id, literal);
  const others = recent.length + named.length + literals.size;
  const past = history(seed, epoch - WARM_UP_US, days, options.size - others);
  const initial = [...past, ...named, ...recent];

  const ids = new Map(initial.map((operation) => [operation.id, operation]));
  let { idOrder } = options;
  let all = indexesOf(initial, idOrder);
  let ofTypes = byType(initial, idOrder);
  let longest = longestOf(0, initial);

  return {
    epoch,
    indexes: (type) => (type === null ? all : (ofTypes.get(type) ?? NONE)),
    longest: () => longest,
    extendTo: (now) => {
      const batch = arrived(now);
      if (batch.length === 0) return;
      for (const operation of batch) ids.set(operation.id, operation);
      longest = longestOf(longest, batch);
      insert(all, batch);
      for (const [type, rows] of groupByType(batch)) {
        const indexes = ofTypes.get(type);
        if (indexes) insert(indexes, rows);
        else ofTypes.set(type, indexesOf(rows, idOrder));
      }
    },
    find: (id) => literals.get(id) ?? ids.get(id),
    literals: () => literals.values(),
    replaced: (operation) => literals.has(operation.id),
    put: (operation) => void literals.set(operation.id, operation),
    setIdOrder: (order) => {
      const { rows } = all.submitted;
      idOrder = order;
      all = indexesOf(rows, order);
      ofTypes = byType(rows, order);
    },
  };
}

const NONE = indexesOf([], 'binary');

function indexesOf(operations: readonly ScheduledOperation[], order: IdOrder): Indexes {
  return {
    submitted: createSortedIndex(operations, (operation) => operation.submitted),
    finished: createSortedIndex(operations, (operation) => operation.finished),
    id: idIndex(operations, order),
  };
}

function insert(indexes: Indexes, operations: readonly ScheduledOperation[]): void {
  indexes.submitted.insert(operations);
  indexes.finished.insert(operations);
  indexes.id.insert(operations);
}

function byType(operations: readonly ScheduledOperation[], order: IdOrder): Map<string, Indexes> {
  return new Map([...groupByType(operations)].map(([type, rows]) => [type, indexesOf(rows, order)]));
}

function groupByType(operations: readonly ScheduledOperation[]): ReadonlyMap<string, ScheduledOperation[]> {
  const groups = new Map<string, ScheduledOperation[]>();
  for (const operation of operations) {
    const group = groups.get(operation.type);
    if (group) group.push(operation);
    else groups.set(operation.type, [operation]);
  }
  return groups;
}

function longestOf(known: number, operations: readonly ScheduledOperation[]): number {
  return operations.reduce(
    (longest, { submitted, finished }) => Math.max(longest, finished - submitted),
    known,
  );
}

function idIndex(operations: readonly ScheduledOperation[], order: IdOrder): Index<string> {
  const fold = ID_ORDERS[order];
  const keys = new Map<ScheduledOperation, string>();
  const keyOf = (operation: ScheduledOperation) => {
    if (order === 'binary') return operation.id;
    let key = keys.get(operation);
    if (key === undefined) keys.set(operation, (key = fold(operation.id)));
    return key;
  };
  return createSortedIndex(operations, keyOf);
}
