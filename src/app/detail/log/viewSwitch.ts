import type { LogFilter, LogSession, LogViewHandle } from '../../api/log/logSession.ts';
import { createEntryPages, type EntryPages } from './entryPages.ts';

/** A view that is open, and the entries of it that are at hand. */
export type OpenView = {
  readonly filter: LogFilter;
  readonly handle: LogViewHandle;
  readonly pages: EntryPages;
};

/**
 * The view that is on screen. Another filter's view opens beside it and takes its place once it has something to show,
 * so that the list does not collapse and jump with each letter that is typed.
 */
export type ViewSwitch = {
  readonly set: (filter: LogFilter) => void;
  /** The view to show; null before the first one. */
  readonly shown: () => OpenView | null;
  /** Whether another view is about to take its place. */
  readonly pending: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  /** Closes all views. A later `set` opens anew. */
  readonly close: () => void;
};

/** Makes a switch over a session's views. */
export function createViewSwitch(session: LogSession): ViewSwitch {
  const listeners = new Set<() => void>();
  let shown: OpenView | null = null;
  let next: OpenView | null = null;
  let unsubscribe = () => {};

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const drop = () => {
    unsubscribe();
    unsubscribe = () => {};
    next?.handle.close();
    next = null;
  };
  const takeOver = () => {
    if (!next) return;
    unsubscribe();
    unsubscribe = () => {};
    shown?.handle.close();
    shown = next;
    next = null;
    tell();
  };
  const check = () => {
    if (!next) return;
    const { matches, searched } = next.handle.state();
    if (shown === null || matches > 0 || searched >= session.reading().items) takeOver();
  };

  return {
    set: (filter) => {
      if (same((next ?? shown)?.filter, filter)) return;
      drop();
      if (!same(shown?.filter, filter)) {
        const handle = session.view(filter);
        next = { filter, handle, pages: createEntryPages(handle) };
        unsubscribe = handle.subscribe(check);
        check();
      }
      tell();
    },
    shown: () => shown,
    pending: () => next !== null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      drop();
      shown?.handle.close();
      shown = null;
    },
  };
}

function same(a: LogFilter | undefined, b: LogFilter): boolean {
  return a !== undefined && a.outcome === b.outcome && a.cause === b.cause && a.text === b.text;
}
