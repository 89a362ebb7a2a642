import { isOperationId } from '../../toloka/endpoints.ts';
import { isEnvironmentName } from '../../toloka/environments.ts';
import type { Held } from '../storedState.ts';
import { MAX_WATCHED, NOTHING_WATCHED, watchKey, type WatchedOperation, type WatchList } from './watched.ts';

/** Of the stored form. */
const VERSION = 1;
/** Longer than any type or status that the API has. */
const MOST_LETTERS = 64;

/** Writes what is watched as the JSON that is stored. */
export function encodeWatched({ notify, entries }: WatchList): string {
  return JSON.stringify({ version: VERSION, notify, entries });
}

/** Reads what `encodeWatched` wrote. Entries that are none are left out, all others are kept. Never throws. */
export function decodeWatched(text: string): Held<WatchList> {
  const stored = recordOf(parse(text));
  const { version, notify, entries } = stored ?? {};
  if (typeof version === 'number' && version > VERSION) {
    return { value: NOTHING_WATCHED, damaged: false, newer: true };
  }
  if (version !== VERSION || !Array.isArray(entries)) {
    return { value: NOTHING_WATCHED, damaged: true, newer: false };
  }
  const read = new Map<string, WatchedOperation>();
  let damaged = entries.length > MAX_WATCHED;
  for (const value of entries.slice(0, MAX_WATCHED)) {
    const entry = decodeEntry(value);
    if (entry === null || read.has(watchKey(entry))) damaged = true;
    else read.set(watchKey(entry), entry);
  }
  return { value: { notify: notify === true, entries: [...read.values()] }, damaged, newer: false };
}

function decodeEntry(value: unknown): WatchedOperation | null {
  const { environment, id, type, status, progress, since, endedAt, noticed } = recordOf(value) ?? {};
  if (typeof environment !== 'string' || !isEnvironmentName(environment)) return null;
  if (typeof id !== 'string' || !isOperationId(id)) return null;
  return {
    environment,
    id,
    type: word(type),
    status: word(status),
    progress: percent(progress),
    since: instant(since) ?? 0,
    endedAt: instant(endedAt),
    noticed: noticed === true,
  };
}

function word(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, MOST_LETTERS) : '';
}

function percent(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= 100 ? Math.round(value) : null;
}

function instant(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: nothing in it can be of use, which the caller says.
    return null;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}
