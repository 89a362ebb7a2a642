import { useSyncExternalStore } from 'react';
import { decodeWatched, encodeWatched } from './decodeWatched.ts';
import { NOTHING_WATCHED, type WatchList } from './watched.ts';

/** What is watched, as this browser keeps it: all its tabs see the same, and it outlasts a reload. */
export type WatchStore = WatchList & {
  readonly trouble: WatchTrouble | null;
};

/** What the browser cannot keep (nothing at all, or no more) or could not read; `WatchPanel.tsx` has the words. */
export type WatchTrouble = 'blocked' | 'full' | 'newer' | 'damaged';

const KEY = 'toloka-operations:watched';

const listeners = new Set<() => void>();
/** False once this tab holds what the storage does not: from then on the tab's own state is the better one. */
let inStep = true;
let writable = true;
let current: WatchStore = read();

/** What is watched; whoever uses it follows every change, also of other tabs. */
export function useWatched(): WatchStore {
  return useSyncExternalStore(subscribe, watchedNow);
}

/** What is watched, as it is now. */
export function watchedNow(): WatchStore {
  return current;
}

/**
 * Changes what is watched, and tells what it was before and after. The storage is read afresh before, so that what
 * another tab has done meanwhile stays, and only one tab sees a thing happen.
 */
export function changeWatched(change: (list: WatchList) => WatchList): {
  readonly before: WatchList;
  readonly after: WatchList;
} {
  const before = inStep ? read() : current;
  const { notify, entries } = before;
  const after = change({ notify, entries });
  if (after.entries !== entries || after.notify !== notify) write(after);
  return { before, after };
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', followOtherTabs);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', followOtherTabs);
  };
}

/** `key` is null when a tab has cleared the whole storage. */
function followOtherTabs(event: StorageEvent): void {
  if (event.key !== KEY && event.key !== null) return;
  inStep = true;
  publish(read());
}

function write({ notify, entries }: WatchList): void {
  if (!writable) {
    inStep = false;
    return publish({ notify, entries, trouble: current.trouble });
  }
  try {
    localStorage.setItem(KEY, encodeWatched({ notify, entries }));
    inStep = true;
    publish({ notify, entries, trouble: null });
  } catch (error) {
    inStep = false;
    publish({ notify, entries, trouble: isFull(error) ? 'full' : 'blocked' });
  }
}

function publish(next: WatchStore): void {
  current = next;
  for (const listener of listeners) listener();
}

function read(): WatchStore {
  writable = true;
  let text: string | null;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    return { ...NOTHING_WATCHED, trouble: 'blocked' };
  }
  if (text === null) return { ...NOTHING_WATCHED, trouble: null };
  const { list, damaged, newer } = decodeWatched(text);
  writable = !newer;
  return { ...list, trouble: newer ? 'newer' : damaged ? 'damaged' : null };
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
