import { useSyncExternalStore } from 'react';
import type { Text } from '../../words/words.ts';
import { decodeViews, encodeViews, NotViews } from './decodeViews.ts';
import { removeView, restoreView, type Removed } from './editViews.ts';
import { NO_VIEWS, type SavedViews } from './view.ts';

/**
 * The views as this browser keeps them. They are shortcuts to URLs: nothing here changes which rows a URL shows.
 */
export type ViewStore = SavedViews & {
  /** What the browser cannot keep or could not read, for people; null when all is well. */
  readonly trouble: Text | null;
  /** The view that was deleted last, until the next change. */
  readonly removed: Removed | null;
};

const KEY = 'toloka-operations:views';
const TROUBLE = {
  blocked: 'This browser keeps nothing for this page, so views last until the tab is closed.',
  full: 'The browser’s storage is full, so the last change lasts until the tab is closed.',
  newer:
    'The views stored here were written by a newer version of this dashboard and are left alone. What you save now lasts until the tab is closed.',
  damaged:
    'Some of the views stored here could not be read and are left out; your next change here drops them for good.',
} as const satisfies Record<string, Text>;

const listeners = new Set<() => void>();
/** False once this tab holds what the storage does not: from then on the tab's own state is the better one. */
let inStep = true;
let writable = true;
let current: ViewStore = { ...read(), removed: null };

/** The saved views; whoever uses them follows every change, also of other tabs. */
export function useViews(): ViewStore {
  return useSyncExternalStore(subscribe, savedViews, savedViews);
}

/**
 * Changes the views. The storage is read afresh before, so that what another tab has saved meanwhile stays. True when
 * the browser keeps the change, false when it lasts for this tab only.
 */
export function changeViews(change: (saved: SavedViews) => SavedViews): boolean {
  write(change(latest()), null);
  return current.trouble === null;
}

/** Deletes a view; it can be brought back until the next change. */
export function deleteView(name: string): void {
  const { saved, removed } = removeView(latest(), name);
  write(saved, removed);
}

/** Brings the deleted view back. */
export function undoDelete(): void {
  const { removed } = current;
  if (removed) write(restoreView(latest(), removed), null);
}

/** The saved views as they are now. */
export function savedViews(): ViewStore {
  return current;
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
  publish({ ...read(), removed: current.removed });
}

function latest(): SavedViews {
  return inStep ? read() : current;
}

function write({ views, start }: SavedViews, removed: Removed | null): void {
  const next = { views, start, removed };
  if (!writable) {
    inStep = false;
    return publish({ ...next, trouble: current.trouble });
  }
  try {
    localStorage.setItem(KEY, encodeViews(next));
    inStep = true;
    publish({ ...next, trouble: null });
  } catch (error) {
    inStep = false;
    publish({ ...next, trouble: isFull(error) ? TROUBLE.full : TROUBLE.blocked });
  }
}

function publish(next: ViewStore): void {
  current = next;
  for (const listener of listeners) listener();
}

function read(): SavedViews & { readonly trouble: Text | null } {
  writable = true;
  let text: string | null;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    return { ...NO_VIEWS, trouble: TROUBLE.blocked };
  }
  if (text === null) return { ...NO_VIEWS, trouble: null };
  try {
    const { saved, problems } = decodeViews(text);
    return { ...saved, trouble: problems.length > 0 ? TROUBLE.damaged : null };
  } catch (error) {
    if (!(error instanceof NotViews)) throw error;
    writable = !error.newer;
    return { ...NO_VIEWS, trouble: error.newer ? TROUBLE.newer : TROUBLE.damaged };
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
