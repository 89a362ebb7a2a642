import type { Operation } from '../operation.ts';
import type { Boundary } from '../place.ts';
import { compareUtc } from '../timeOrder.ts';
import { behindBoundary } from './compare.ts';
import { narrowBeyond, narrowBeyondId, narrowEqual, presentOnly } from './narrow.ts';
import { SLACK } from './page.ts';
import { absentPossible } from './scope.ts';
import { counted, markOf, type Batches, type Walk, type Walker } from './walk.ts';

/** Walks one stream, whose requests the API can answer one by one, from its start or from just behind a boundary. */
export async function* walkStream(walker: Walker, walk: Walk, start: Boundary | null): Batches {
  if (start) yield* after(walker, walk, start);
  else yield* from(walker, walk);
}

async function* from(walker: Walker, walk: Walk): Batches {
  if (await needsRegrouping(walker, walk)) return yield* fromGroups(walker, walk);
  const batch = await walker.fetch(walk);
  yield counted(walk.scope, batch);
  if (batch.more && batch.last) yield* after(walker, walk, markOf(batch.last, walk));
}

/** Everything behind a boundary: first what ties with it on the first key, then what lies beyond. */
async function* after(walker: Walker, walk: Walk, start: Boundary): Batches {
  const [key, ...rest] = walk.keys;
  if (!key) return yield* afterId(walker, walk, start.id);
  const { scope } = walk;
  const value = start.values[0] ?? null;
  const inner: Boundary = { values: start.values.slice(1), id: start.id };
  const mayLackFinished = key.field === 'finished' && absentPossible(scope);

  if (value === null) {
    yield* absentRows(walker, { ...walk, keys: rest }, inner);
    if (await walker.absentFirst()) yield* from(walker, { ...walk, scope: presentOnly(scope) });
    return;
  }
  const regroup = await needsRegrouping(walker, walk);
  let depth = 1;
  if (!regroup) {
    // One request nearly always: from the boundary's first key on, cut where its own row stands.
    const batch = await walker.fetch({ ...walk, scope: narrowBeyond(scope, key, value, true) }, SLACK);
    const absentFirst = rest.some(({ field }) => field === 'finished') && (await walker.absentFirst());
    depth = batch.last ? tiedKeys(walk, batch.last, start) : 0;
    const rows = behindBoundary(batch.rows, batch.more, walk.keys, start, () => absentFirst);
    if (rows && (rows.length > 0 || !batch.more)) {
      yield counted(scope, { ...batch, rows });
      if (batch.more && batch.last) {
        const mark = markOf(batch.last, walk);
        // An answer that ends within the block of ties would only come again.
        return yield* depth > 0 ? apart(walker, walk, mark, depth) : after(walker, walk, mark);
      }
      if (mayLackFinished) yield* absentBehind(walker, { ...walk, keys: rest });
      return;
    }
  }
  yield* apart(walker, walk, start, Math.max(1, depth));
}

/**
 * Everything behind a boundary whose first key has a value: what ties with it there, then what lies beyond. `depth` is
 * the number of keys that a block of ties too large for an answer is known to tie on.
 */
async function* apart(walker: Walker, walk: Walk, start: Boundary, depth: number): Batches {
  const [key, ...rest] = walk.keys;
  const [value = null, ...values] = start.values;
  if (!key || value === null) return;
  const { scope } = walk;
  const inner: Boundary = { values, id: start.id };
  const within: Walk = { ...walk, scope: narrowEqual(scope, key.field, value), keys: rest };
  const deeper = depth > 1 && rest.length > 0 && values[0] !== null;
  yield* deeper ? apart(walker, within, inner, depth - 1) : after(walker, within, inner);
  yield* from(walker, { ...walk, scope: narrowBeyond(scope, key, value, false) });
  if (key.field === 'finished' && absentPossible(scope)) yield* absentBehind(walker, { ...walk, keys: rest });
}

/** The rows without a `finished`, where they come last in the walk. */
async function* absentBehind(walker: Walker, walk: Walk): Batches {
  if (!(await walker.absentFirst())) yield* absentRows(walker, walk, null);
}

async function* absentRows(walker: Walker, walk: Walk, start: Boundary | null): Batches {
  const scope = walk.scope.rows === 'all' ? await walker.absentOnly(walk.scope) : walk.scope;
  if (scope) yield* walkStream(walker, { ...walk, scope }, start);
}

async function* afterId(walker: Walker, walk: Walk, id: string): Batches {
  const { scope, including } = narrowBeyondId(walk.scope, walk.id, id);
  const batch = await walker.fetch({ ...walk, scope }, including ? 1 : 0);
  yield counted(scope, { ...batch, rows: batch.rows.filter((row) => row.id !== id) });
  if (batch.more && batch.last) yield* afterId(walker, walk, batch.last.id);
}

/**
 * Whether the server's own order within ties is not this walk's: a second key `finished`, walked backward, on a server
 * that puts the absent on the same side both ways.
 */
async function needsRegrouping(walker: Walker, walk: Walk): Promise<boolean> {
  const key = walk.keys[1];
  if (!walker.backward || key?.field !== 'finished' || !absentPossible(walk.scope)) return false;
  const placements = await walker.placements();
  return placements !== null && (placements[key.direction] === 'first') !== (await walker.absentFirst());
}

/** A walk from its start in which each group of ties on the first key is put right: see `needsRegrouping`. */
async function* fromGroups(walker: Walker, walk: Walk): Batches {
  const [key, finished, ...rest] = walk.keys;
  if (!key || !finished) return;
  const batch = await walker.fetch(walk);
  const cutOff = batch.more ? (batch.last?.[key.field] ?? null) : null;
  const whole = batch.rows.filter((row) => cutOff === null || !sameTime(row[key.field], cutOff));
  const absentFirst = await walker.absentFirst();
  const rows = regroup(whole, key.field, absentFirst);
  yield { rows, more: batch.more, sure: true, last: rows.at(-1) ?? null };
  if (cutOff === null) return;
  // The answer ends within a group: that group is walked by its two halves, then what lies beyond.
  const tied: Walk = { ...walk, scope: narrowEqual(walk.scope, key.field, cutOff), keys: rest };
  const present: Walk = { ...tied, scope: presentOnly(tied.scope), keys: [finished, ...rest] };
  if (absentFirst) yield* absentRows(walker, tied, null);
  yield* from(walker, present);
  if (!absentFirst) yield* absentRows(walker, tied, null);
  yield* from(walker, { ...walk, scope: narrowBeyond(walk.scope, key, cutOff, false) });
}

function regroup(
  rows: readonly Operation[],
  field: 'submitted' | 'finished',
  absentFirst: boolean,
): Operation[] {
  const groups: Operation[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group?.[0] && sameTime(group[0][field], row[field])) group.push(row);
    else groups.push([row]);
  }
  return groups.flatMap((group) => {
    const absent = group.filter((row) => row.finished === null);
    const present = group.filter((row) => row.finished !== null);
    return absentFirst ? [...absent, ...present] : [...present, ...absent];
  });
}

/** On how many keys, from the first one on, a row ties with a boundary. */
function tiedKeys(walk: Walk, row: Operation, start: Boundary): number {
  const other = walk.keys.findIndex(({ field }, index) => !sameTime(row[field], start.values[index] ?? null));
  return other < 0 ? walk.keys.length : other;
}

/** The same instant can be written with different numbers of digits. */
function sameTime(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && compareUtc(a, b) === 0);
}
