import { useSyncExternalStore } from 'react';
import { storedState, type StorageTrouble } from '../storedState.ts';
import { decodeWatched, encodeWatched } from './decodeWatched.ts';
import { NOTHING_WATCHED, type WatchList } from './watched.ts';

/** What is watched, as this browser keeps it: all its tabs see the same, and it outlasts a reload. */
export type WatchStore = WatchList & {
  /** `WatchPanel.tsx` has the words. */
  readonly trouble: StorageTrouble | null;
};

const stored = storedState<WatchList>({
  key: 'toloka-operations:watched',
  nothing: NOTHING_WATCHED,
  decode: decodeWatched,
  encode: encodeWatched,
});

let told = stored.now();
let current: WatchStore = { ...told.value, trouble: told.trouble };

/** What is watched; whoever uses it follows every change, also of other tabs. */
export function useWatched(): WatchStore {
  return useSyncExternalStore(stored.subscribe, watchedNow);
}

/** What is watched, as it is now. */
export function watchedNow(): WatchStore {
  const now = stored.now();
  if (now !== told) {
    told = now;
    current = { ...now.value, trouble: now.trouble };
  }
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
  const before = stored.latest();
  const after = change(before);
  if (after.entries !== before.entries || after.notify !== before.notify) stored.write(after);
  return { before, after };
}
