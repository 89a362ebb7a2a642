import type { Query, QueryClient } from '@tanstack/react-query';
import { addSample, type ProgressSample } from '../../toloka/estimate/samples.ts';
import type { Operation } from '../../toloka/operation.ts';
import { operationKey } from './keys.ts';

/** The progress of one operation as its answers told it, on this page. A new object with each answer. */
export type ProgressRecord = {
  readonly samples: readonly ProgressSample[];
  /** When it was last seen waiting for its start (epoch ms); null if never. */
  readonly waitingAt: number | null;
};

/** Operations whose progress is kept; beyond that the one heard of longest ago is forgotten. */
const MOST_OPERATIONS = 200;

const records = new Map<string, ProgressRecord>();
const listeners = new Set<() => void>();

/** What was seen of an operation's progress since the page was opened; undefined when nothing was. */
export function progressRecord(environment: string, id: string): ProgressRecord | undefined {
  return records.get(nameOf(environment, id));
}

/** Calls `listener` whenever any record has changed. Returns how to stop. */
export function onProgress(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/**
 * Keeps what each answer about an operation says of its progress, also of answers that say nothing new: that it has not
 * moved is evidence too. Begins with the answers that are there, and listens to the cache, so that no component has to
 * render for it, and what was seen outlives the page of the operation and the cache. Two of them at once record what one
 * would. Returns how to stop.
 */
export function recordProgress(client: QueryClient): () => void {
  const cache = client.getQueryCache();
  for (const query of cache.getAll()) recordAnswer(query);
  return cache.subscribe((event) => {
    const answered = event.type === 'added' || (event.type === 'updated' && event.action.type === 'success');
    if (answered) recordAnswer(event.query);
  });
}

function recordAnswer({ queryKey, state }: Query): void {
  const of = operationOfKey(queryKey);
  const operation = state.data as Operation | undefined;
  if (of && operation) record(nameOf(of.environment, of.id), operation, state.dataUpdatedAt);
}

/** Which operation an answer's key is of; null when it is not an operation's own. */
function operationOfKey(key: readonly unknown[]): { environment: string; id: string } | null {
  const [, environment, , id] = key;
  if (typeof environment !== 'string' || typeof id !== 'string') return null;
  const own = operationKey(environment, id);
  return own.length === key.length && own.every((part, index) => part === key[index])
    ? { environment, id }
    : null;
}

function nameOf(environment: string, id: string): string {
  return `${environment}/${id}`;
}

function record(name: string, operation: Operation, at: number): void {
  const before = records.get(name) ?? { samples: [], waitingAt: null };
  const next = withAnswer(before, operation, at);
  if (next === before) return;
  // Set anew, so that the map's order is that of when each was last heard of.
  records.delete(name);
  records.set(name, next);
  for (const oldest of records.keys()) {
    if (records.size <= MOST_OPERATIONS) break;
    records.delete(oldest);
  }
  for (const listener of listeners) listener();
}

/** An ended operation's record stays as it was: what it led up to can still be drawn. */
function withAnswer(before: ProgressRecord, operation: Operation, at: number): ProgressRecord {
  if (operation.status === 'PENDING')
    return before.waitingAt === at ? before : { samples: [], waitingAt: at };
  if (operation.status !== 'RUNNING') return before;
  const samples = addSample(before.samples, { at, percent: operation.progress });
  return samples === before.samples ? before : { ...before, samples };
}
