import { followersOf, type Followers } from './tabs.ts';

/**
 * Why the browser's storage and what a page shows may differ: it keeps nothing at all, or no more; what is there was written
 * by a newer version, or could not all be read.
 */
export type StorageTrouble = 'blocked' | 'full' | 'newer' | 'damaged';

/** A value as this browser keeps it. */
type Stored<Value> = { readonly value: Value; readonly trouble: StorageTrouble | null };

/** What a stored text held. */
export type Held<Value> = {
  readonly value: Value;
  /** Whether something in it could not be read and is left out. */
  readonly damaged: boolean;
  /** Whether a newer version wrote it, so that it must not be written over. */
  readonly newer: boolean;
};

/** A value that all tabs share and that outlasts a reload. Where the browser cannot keep it, it lasts for this tab. */
type StoredState<Value> = {
  /** As it is now: the same object until it changes. */
  readonly now: () => Stored<Value>;
  readonly subscribe: Followers['subscribe'];
  /** The value to change: read afresh, so that what another tab has kept meanwhile stays. */
  readonly latest: () => Value;
  /** Takes another value over, and keeps it where it can. */
  readonly write: (value: Value) => void;
};

/** Keeps a value under `key`; `nothing` is what it is before it was ever written. `decode` never throws. */
export function storedState<Value>({
  key,
  nothing,
  decode,
  encode,
}: {
  readonly key: string;
  readonly nothing: Value;
  readonly decode: (text: string) => Held<Value>;
  readonly encode: (value: Value) => string;
}): StoredState<Value> {
  /** False once this tab holds what the storage does not: from then on the tab's own state is the better one. */
  let inStep = true;
  let writable = true;
  let current = read();
  const { subscribe, tell } = followersOf(key, () => {
    inStep = true;
    current = read();
  });

  function read(): Stored<Value> {
    writable = true;
    let text: string | null;
    try {
      text = localStorage.getItem(key);
    } catch {
      return { value: nothing, trouble: 'blocked' };
    }
    if (text === null) return { value: nothing, trouble: null };
    const { value, damaged, newer } = decode(text);
    writable = !newer;
    return { value, trouble: newer ? 'newer' : damaged ? 'damaged' : null };
  }

  function keep(value: Value): StorageTrouble | null {
    // Even where that was found out only now, as the value was read afresh.
    if (!writable) return 'newer';
    try {
      localStorage.setItem(key, encode(value));
      return null;
    } catch (error) {
      return isFull(error) ? 'full' : 'blocked';
    }
  }

  return {
    now: () => current,
    subscribe,
    latest: () => (inStep ? read() : current).value,
    write: (value) => {
      const trouble = keep(value);
      inStep = trouble === null;
      current = { value, trouble };
      tell();
    },
  };
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
