/** Those who follow what is kept in the browser's storage under one key. */
export type Followers = {
  /** Calls with each change until what it gives back is called. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly tell: () => void;
};

/**
 * Keeps who follows what is stored under `key`. While there is anybody, `reread` is called when another tab has changed it,
 * before they are told.
 */
export function followersOf(key: string, reread: () => void): Followers {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const follow = (event: StorageEvent) => {
    // Null when a tab has cleared the whole storage.
    if (event.key !== key && event.key !== null) return;
    reread();
    tell();
  };
  const subscribe = (listener: () => void) => {
    if (listeners.size === 0) window.addEventListener('storage', follow);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) window.removeEventListener('storage', follow);
    };
  };
  return { subscribe, tell };
}
