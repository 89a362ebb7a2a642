import { useSyncExternalStore } from 'react';
import type { Text } from '../../words/words.ts';
import { storedState, type Held, type StorageTrouble } from '../storedState.ts';
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

const TROUBLE = {
  blocked: 'This browser keeps nothing for this page, so views last until the tab is closed.',
  full: 'The browser’s storage is full, so the last change lasts until the tab is closed.',
  newer:
    'The views stored here were written by a newer version of this dashboard and are left alone. What you save now lasts until the tab is closed.',
  damaged:
    'Some of the views stored here could not be read and are left out; your next change here drops them for good.',
} as const satisfies Record<StorageTrouble, Text>;

const stored = storedState<SavedViews>({
  key: 'toloka-operations:views',
  nothing: NO_VIEWS,
  decode,
  encode: encodeViews,
});

/** Not kept, and not shared: only the tab that has deleted a view offers to bring it back. */
let removed: Removed | null = null;
let told = stored.now();
let current = made();

/** The saved views; whoever uses them follows every change, also of other tabs. */
export function useViews(): ViewStore {
  return useSyncExternalStore(stored.subscribe, savedViews, savedViews);
}

/**
 * Changes the views. The storage is read afresh before, so that what another tab has saved meanwhile stays. True when
 * the browser keeps the change, false when it lasts for this tab only.
 */
export function changeViews(change: (saved: SavedViews) => SavedViews): boolean {
  write(change(stored.latest()), null);
  return stored.now().trouble === null;
}

/** Deletes a view; it can be brought back until the next change. */
export function deleteView(name: string): void {
  const left = removeView(stored.latest(), name);
  write(left.saved, left.removed);
}

/** Brings the deleted view back. */
export function undoDelete(): void {
  if (removed) write(restoreView(stored.latest(), removed), null);
}

/** The saved views as they are now. */
export function savedViews(): ViewStore {
  const now = stored.now();
  if (now !== told) {
    told = now;
    current = made();
  }
  return current;
}

function write({ views, start }: SavedViews, gone: Removed | null): void {
  removed = gone;
  stored.write({ views, start });
}

function made(): ViewStore {
  const { value, trouble } = told;
  return { ...value, trouble: trouble && TROUBLE[trouble], removed };
}

function decode(text: string): Held<SavedViews> {
  try {
    const { saved, problems } = decodeViews(text);
    return { value: saved, damaged: problems.length > 0, newer: false };
  } catch (error) {
    if (!(error instanceof NotViews)) throw error;
    return { value: NO_VIEWS, damaged: !error.newer, newer: error.newer };
  }
}
