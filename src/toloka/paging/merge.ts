import { MAX_LIMIT, type SortDirection } from '../filters.ts';
import type { Operation } from '../operation.ts';
import type { Boundary } from '../place.ts';
import { compareValues, valuesOf } from './compare.ts';
import { narrowBeyondId, narrowEqual } from './narrow.ts';
import type { MissingStream } from './page.ts';
import { absentPossible, type Scope } from './scope.ts';
import { walkStream } from './stream.ts';
import { counted, type Batch, type Batches, type Walk, type Walker } from './walk.ts';

/** One stream's walk with what it has brought and not yet given on. */
type Head = { readonly batches: Batches; rows: readonly Operation[]; ended: boolean };

/** Takes note of a stream that fails, or throws what should end the whole walk. Without it every failure does. */
export type OnMissing = (stream: MissingStream) => void;

/**
 * Walks several streams as one list. Rows are merged by their times; rows of different streams that tie on all times
 * are ordered by ID, which only the server can do, so a group of ties that the page begins or ends in is asked for as
 * a whole, without the filters that tell the streams apart.
 */
export async function* mergeWalks(
  walker: Walker,
  scopes: readonly Scope[],
  walk: Walk,
  start: Boundary | null,
  onMissing?: OnMissing,
): Batches {
  if (walk.keys.length === 0) return yield* unionById(walker, scopes, walk, start?.id ?? null);
  const heads: Head[] = scopes.map((scope) => ({
    batches: spare(walkStream(walker, { ...walk, scope }, start), scope, onMissing),
    rows: [],
    ended: false,
  }));
  const mixed = walk.keys.some((key) => key.field === 'finished') && scopes.some(absentPossible);
  const absentFirst = mixed && (await walker.absentFirst());
  const compare = (a: readonly (string | null)[], b: readonly (string | null)[]) =>
    compareValues(walk.keys, a, b, () => absentFirst);

  for (;;) {
    await pullEmpty(heads, scopes);
    if (walker.refused) return;
    const first = heads
      .flatMap((head) => head.rows.slice(0, 1))
      .map((row) => valuesOf(row, walk.keys))
      .sort(compare)[0];
    if (!first) return;
    const tied = (row: Operation) => compare(valuesOf(row, walk.keys), first) === 0;
    const holders = heads.filter((head) => head.rows[0] && tied(head.rows[0]));
    let group: Operation[];
    let union = false;
    if (holders.length === 1 && holders[0]) {
      group = takeTied(holders[0], tied);
    } else {
      for (const head of holders)
        await pull(head, () => head.rows.every(tied) && head.rows.length <= walker.remaining);
      group = uniqueById(holders.flatMap((head) => takeTied(head, tied))).sort(byText(walk.id));
      // Inside the page any order of ties will do; where a page begins or ends, the next one's place depends on it.
      union = walker.endsPage(group.length) || walker.opensPage;
    }
    if (union) {
      const startsInside = start !== null && compare(start.values, first) === 0;
      const within = { ...walk, scope: tiedScope(walk, first), keys: [] };
      for await (const batch of unionById(walker, scopes, within, startsInside ? start.id : null)) {
        const sure = remains(heads, tied);
        yield { ...batch, more: batch.more || sure, sure };
      }
      for (const head of heads) await skip(head, tied);
    } else {
      // A page must not end behind a group that was put in order here: the server may order it otherwise.
      const last = holders.length === 1 ? (group.at(-1) ?? null) : null;
      yield { rows: group, more: remains(heads, () => false), sure: true, last };
    }
  }
}

/** A stream that ends instead of failing, where somebody takes note of it. */
async function* spare(batches: Batches, { type, status }: Scope, onMissing?: OnMissing): Batches {
  try {
    yield* batches;
  } catch (error) {
    if (!onMissing) throw error;
    onMissing({ type, status, error });
  }
}

/** The rows of several streams in ID order alone: one walk without what tells them apart, and a look at each row. */
async function* unionById(
  walker: Walker,
  scopes: readonly Scope[],
  walk: Walk,
  startId: string | null,
): Batches {
  const wider = unionOf(scopes, walk.scope);
  let id = startId;
  for (;;) {
    const narrowed = id === null ? { scope: wider, including: false } : narrowBeyondId(wider, walk.id, id);
    const batch: Batch = counted(wider, await walker.fetch({ ...walk, scope: narrowed.scope }, MAX_LIMIT));
    const rows = batch.rows.filter((row) => row.id !== id && scopes.some((scope) => holds(scope, row)));
    yield { ...batch, rows, sure: false };
    if (!batch.more || !batch.last) return;
    id = batch.last.id;
  }
}

/** A scope without the filters in which the streams differ. */
function unionOf(scopes: readonly Scope[], scope: Scope): Scope {
  const types = new Set(scopes.map(({ type }) => type));
  const statuses = new Set(scopes.map(({ status }) => status));
  const [type = null] = types.size === 1 ? types : [];
  const [status = null] = statuses.size === 1 ? statuses : [];
  return { ...scope, type, status };
}

function holds(scope: Scope, row: Operation): boolean {
  return (
    (scope.type === null || scope.type === row.type) && (scope.status === null || scope.status === row.status)
  );
}

function tiedScope(walk: Walk, values: readonly (string | null)[]): Scope {
  return walk.keys.reduce<Scope>((scope, key, index) => {
    const value = values[index] ?? null;
    return value === null ? { ...scope, rows: 'absentAnywhere' } : narrowEqual(scope, key.field, value);
  }, walk.scope);
}

/**
 * Sees to it that every stream shows its next row. Streams of one type are asked one after the other, in the order of
 * an operation's life, so that one that moves on meanwhile is met again; a type never changes, so types go together.
 */
async function pullEmpty(heads: readonly Head[], scopes: readonly Scope[]): Promise<void> {
  const types = [...new Set(scopes.map(({ type }) => type))];
  await Promise.all(
    types.map(async (type) => {
      for (const [index, head] of heads.entries()) {
        if (scopes[index]?.type === type) await pull(head, () => head.rows.length === 0);
      }
    }),
  );
}

/** Fetches more of a stream for as long as `lacks` says so and there is more. */
async function pull(head: Head, lacks: () => boolean): Promise<void> {
  while (!head.ended && lacks()) {
    const next = await head.batches.next();
    if (next.done) head.ended = true;
    else head.rows = [...head.rows, ...next.value.rows];
  }
}

function takeTied(head: Head, tied: (row: Operation) => boolean): Operation[] {
  const end = head.rows.findIndex((row) => !tied(row));
  const taken = end < 0 ? head.rows : head.rows.slice(0, end);
  head.rows = end < 0 ? [] : head.rows.slice(end);
  return [...taken];
}

async function skip(head: Head, tied: (row: Operation) => boolean): Promise<void> {
  for (;;) {
    takeTied(head, tied);
    if (head.rows.length > 0 || head.ended) return;
    await pull(head, () => head.rows.length === 0);
  }
}

function remains(heads: readonly Head[], except: (row: Operation) => boolean): boolean {
  return heads.some((head) => head.rows.some((row) => !except(row)));
}

/** An operation that changed its status between two requests can come in both streams: the later reading counts. */
function uniqueById(rows: readonly Operation[]): Operation[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** Any order that stays the same from refresh to refresh and turns round with the walk. */
function byText(direction: SortDirection): (a: Operation, b: Operation) => number {
  const sign = direction === 'asc' ? 1 : -1;
  return (a, b) => (a.id < b.id ? -sign : a.id > b.id ? sign : 0);
}
