import type { Operation } from '../operation.ts';
import type { Boundary } from '../place.ts';
import { compareUtc } from '../time.ts';
import { behindBoundary } from './compare.ts';
import {
  absentPossible,
  narrowBeyond,
  narrowBeyondId,
  narrowEqual,
  presentOnly,
  type Scope,
} from './scope.ts';
import { markOf, type Batches, type Walk, type Walker } from './walk.ts';

/** Rows asked for beyond a page's need, so that a few ties with the boundary do not cost a second request. */
const SLACK = 5;

/**
 * How several scopes are walked as one; handed in, because merging walks streams and a stream without a better way
 * walks by merging.
 */
export type MergeWalks = (
  walker: Walker,
  scopes: readonly Scope[],
  walk: Walk,
  start: Boundary | null,
) => Batches;

/** Walks one stream, whose requests the API can answer one by one, from its start or from just behind a boundary. */
export async function* walkStream(
  walker: Walker,
  walk: Walk,
  start: Boundary | null,
  merge: MergeWalks,
): Batches {
  if (start) yield* after(walker, walk, start, merge);
  else yield* from(walker, walk, merge);
}

async function* from(walker: Walker, walk: Walk, merge: MergeWalks): Batches {
  if (await needsRegrouping(walker, walk)) return yield* fromGroups(walker, walk, merge);
  const batch = await walker.fetch(walk);
  yield batch;
  if (batch.more && batch.last) yield* after(walker, walk, markOf(batch.last, walk), merge);
}

/** Everything behind a boundary: first what ties with it on the first key, then what lies beyond. */
async function* after(walker: Walker, walk: Walk, start: Boundary, merge: MergeWalks): Batches {
  const [key, ...rest] = walk.keys;
  if (!key) return yield* afterId(walker, walk, start.id, merge);
  const { scope } = walk;
  const value = start.values[0] ?? null;
  const inner: Boundary = { values: start.values.slice(1), id: start.id };
  const mayLackFinished = key.field === 'finished' && absentPossible(scope);

  if (value === null) {
    yield* absentRows(walker, { ...walk, keys: rest }, inner, merge);
    if (await walker.absentFirst()) yield* from(walker, { ...walk, scope: presentOnly(scope) }, merge);
    return;
  }
  const regroup = await needsRegrouping(walker, walk);
  if (!regroup) {
    // One request nearly always: from the boundary's first key on, cut where its own row stands.
    const batch = await walker.fetch({ ...walk, scope: narrowBeyond(scope, key, value, true) }, SLACK);
    const absentFirst = rest.some(({ field }) => field === 'finished') && (await walker.absentFirst());
    const rows = behindBoundary(batch.rows, batch.more, walk.keys, start, () => absentFirst);
    if (rows && (rows.length > 0 || !batch.more)) {
      yield { ...batch, rows };
      if (batch.more && batch.last) return yield* after(walker, walk, markOf(batch.last, walk), merge);
      if (mayLackFinished) yield* absentBehind(walker, { ...walk, keys: rest }, merge);
      return;
    }
  }
  yield* after(walker, { ...walk, scope: narrowEqual(scope, key.field, value), keys: rest }, inner, merge);
  yield* from(walker, { ...walk, scope: narrowBeyond(scope, key, value, false) }, merge);
  if (mayLackFinished) yield* absentBehind(walker, { ...walk, keys: rest }, merge);
}

/** The rows without a `finished`, where they come last in the walk. */
async function* absentBehind(walker: Walker, walk: Walk, merge: MergeWalks): Batches {
  if (!(await walker.absentFirst())) yield* absentRows(walker, walk, null, merge);
}

async function* absentRows(walker: Walker, walk: Walk, start: Boundary | null, merge: MergeWalks): Batches {
  const scopes = walk.scope.rows === 'all' ? await walker.absentScopes(walk.scope) : [walk.scope];
  const [only] = scopes;
  if (only && scopes.length === 1) yield* walkStream(walker, { ...walk, scope: only }, start, merge);
  else if (only) yield* merge(walker, scopes, walk, start);
}

async function* afterId(walker: Walker, walk: Walk, id: string, merge: MergeWalks): Batches {
  const { scope, including } = narrowBeyondId(walk.scope, walk.id, id);
  const batch = await walker.fetch({ ...walk, scope }, including ? 1 : 0);
  yield { ...batch, rows: batch.rows.filter((row) => row.id !== id) };
  if (batch.more && batch.last) yield* afterId(walker, walk, batch.last.id, merge);
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
async function* fromGroups(walker: Walker, walk: Walk, merge: MergeWalks): Batches {
  const [key, finished, ...rest] = walk.keys;
  if (!key || !finished) return;
  const batch = await walker.fetch(walk);
  const cutOff = batch.more ? (batch.last?.[key.field] ?? null) : null;
  const whole = batch.rows.filter((row) => cutOff === null || !sameTime(row[key.field], cutOff));
  const absentFirst = await walker.absentFirst();
  const rows = regroup(whole, key.field, absentFirst);
  yield { rows, more: batch.more, last: rows.at(-1) ?? null };
  if (cutOff === null) return;
  // The answer ends within a group: that group is walked by its two halves, then what lies beyond.
  const tied: Walk = { ...walk, scope: narrowEqual(walk.scope, key.field, cutOff), keys: rest };
  const present: Walk = { ...tied, scope: presentOnly(tied.scope), keys: [finished, ...rest] };
  if (absentFirst) yield* absentRows(walker, tied, null, merge);
  yield* from(walker, present, merge);
  if (!absentFirst) yield* absentRows(walker, tied, null, merge);
  yield* from(walker, { ...walk, scope: narrowBeyond(walk.scope, key, cutOff, false) }, merge);
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

/** The same instant can be written with different numbers of digits. */
function sameTime(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && compareUtc(a, b) === 0);
}
