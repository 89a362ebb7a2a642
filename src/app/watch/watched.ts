import type { Operation } from '../../toloka/operation.ts';
import { parseUtc } from '../../toloka/time.ts';
import { isTerminal } from '../../toloka/vocabulary.ts';

/** An operation that somebody wants to know the end of, as this browser keeps it. */
export type WatchedOperation = {
  readonly environment: string;
  readonly id: string;
  /** The API's own words; empty until they are known. */
  readonly type: string;
  readonly status: string;
  /** Whole percent, or null when the API sent none. */
  readonly progress: number | null;
  /** Since when it is watched, epoch ms. */
  readonly since: number;
  /** When it ended, epoch ms; null while it has not. Its outcome is then its status. */
  readonly endedAt: number | null;
  /** Whether somebody has looked at the app since it ended. */
  readonly noticed: boolean;
};

export type WatchList = {
  /** Whether the system shall tell the ends that come while nobody looks. */
  readonly notify: boolean;
  /** In the order in which they were taken up. */
  readonly entries: readonly WatchedOperation[];
};

/** What watching needs of a reading; a type and status that are not known yet are empty. */
export type Reading = Pick<Operation, 'id' | 'type' | 'status' | 'progress'> & {
  readonly finished?: string | null;
};

export const NOTHING_WATCHED: WatchList = { notify: false, entries: [] };

/** As many operations as can be watched, those that have ended and are still listed included. */
export const MAX_WATCHED = 50;

/** What an entry goes by. */
export function watchKey({ environment, id }: { readonly environment: string; readonly id: string }): string {
  return `${environment}/${id}`;
}

/** The entry of an operation, if it is watched. */
export function entryOf(list: WatchList, environment: string, id: string): WatchedOperation | null {
  return list.entries.find((entry) => entry.id === id && entry.environment === environment) ?? null;
}

/** Whether one more operation can be watched: there is room, or an ended one can make it. */
export function hasRoom({ entries }: WatchList): boolean {
  return entries.length < MAX_WATCHED || entries.some(canMakeRoom);
}

/**
 * Takes up operations at `now` (epoch ms). Left out are those that have ended, are watched already, or find no room: ended
 * entries that somebody has noticed make room, the oldest first; nothing else does.
 */
export function watch(
  list: WatchList,
  environment: string,
  operations: readonly Reading[],
  now: number,
): WatchList {
  let next = list;
  for (const { id, type, status, progress } of operations) {
    if (isTerminal(status) || entryOf(next, environment, id) || !hasRoom(next)) continue;
    const leaving = next.entries.length < MAX_WATCHED ? null : next.entries.find(canMakeRoom);
    const kept = next.entries.filter((entry) => entry !== leaving);
    const entry = { environment, id, type, status, progress, since: now, endedAt: null, noticed: false };
    next = { ...next, entries: [...kept, entry] };
  }
  return next;
}

/** No longer watches operations, by their keys (`watchKey`). */
export function stopWatching(list: WatchList, keys: readonly string[]): WatchList {
  return keepEntries(list, (entry) => !keys.includes(watchKey(entry)));
}

/** Takes away what has ended. */
export function clearEnded(list: WatchList): WatchList {
  return keepEntries(list, ({ endedAt }) => endedAt === null);
}

/**
 * Takes in what was read of a watched operation at `now` (epoch ms). What has ended stays ended, whatever is read later;
 * a reading without news leaves the same object.
 */
export function observe(list: WatchList, environment: string, reading: Reading, now: number): WatchList {
  const entry = entryOf(list, environment, reading.id);
  if (!entry || entry.endedAt !== null) return list;
  const { type, status, progress, finished = null } = reading;
  const ended = isTerminal(status);
  if (!ended && type === entry.type && status === entry.status && progress === entry.progress) return list;
  const endedAt = ended ? ((finished === null ? null : parseUtc(finished)) ?? now) : null;
  const changed = { ...entry, type, status, progress, endedAt };
  return { ...list, entries: list.entries.map((each) => (each === entry ? changed : each)) };
}

/** Somebody has looked: no end is news any more. */
export function notice(list: WatchList): WatchList {
  if (!list.entries.some(isNews)) return list;
  return {
    ...list,
    entries: list.entries.map((entry) => (isNews(entry) ? { ...entry, noticed: true } : entry)),
  };
}

/** Whether an entry has ended and nobody has looked since. */
export function isNews({ endedAt, noticed }: WatchedOperation): boolean {
  return endedAt !== null && !noticed;
}

/** Whether a watched operation has come to a bad end. */
export function hasFailed({ status }: WatchedOperation): boolean {
  return status === 'FAIL';
}

function canMakeRoom({ endedAt, noticed }: WatchedOperation): boolean {
  return endedAt !== null && noticed;
}

function keepEntries(list: WatchList, keep: (entry: WatchedOperation) => boolean): WatchList {
  const entries = list.entries.filter(keep);
  return entries.length === list.entries.length ? list : { ...list, entries };
}
