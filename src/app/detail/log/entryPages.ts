import type { LogEntry, LogViewHandle } from '../../api/log/logSession.ts';

/** How many entries are asked for at a time. */
const PAGE = 100;
/** How many pages are held; those that were wanted longest ago go first. Enough for every row of a plain list. */
const MOST_PAGES = 30;

/** The entries of a view that are at hand on the page; the log itself stays in the worker. */
export type EntryPages = {
  /** The entry at a place among the matches (from 0), once it has come. The same object as long as it is held. */
  readonly at: (place: number) => LogEntry | undefined;
  /** Sees to it that the entries from `from` up to `to` (not included) come. */
  readonly want: (from: number, to: number) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Grows whenever entries have come, for `useSyncExternalStore`. */
  readonly version: () => number;
};

/** Entries of a view, asked for when they are wanted. A view that is closed answers no more, which is no failure. */
export function createEntryPages(handle: Pick<LogViewHandle, 'entries' | 'state'>): EntryPages {
  const pages = new Map<number, readonly LogEntry[]>();
  const asked = new Set<number>();
  /** How many matches there were when a page was last asked for: without new ones it will not be fuller. */
  const askedOf = new Map<number, number>();
  const listeners = new Set<() => void>();
  let version = 0;
  let known = 0;

  const load = async (page: number, matches: number) => {
    asked.add(page);
    askedOf.set(page, matches);
    try {
      const before = pages.get(page) ?? [];
      const came = await handle.entries(page * PAGE, PAGE);
      const kept = came.map((entry, index) =>
        before[index]?.number === entry.number ? before[index] : entry,
      );
      pages.delete(page);
      pages.set(page, kept);
      for (const oldest of pages.keys()) {
        if (pages.size <= MOST_PAGES) break;
        pages.delete(oldest);
        askedOf.delete(oldest);
      }
    } catch {
      // The session or the view was closed meanwhile: nobody looks at these entries any more.
      return;
    } finally {
      asked.delete(page);
    }
    version += 1;
    for (const listener of listeners) listener();
  };

  return {
    at: (place) => pages.get(Math.floor(place / PAGE))?.[place % PAGE],
    want: (from, to) => {
      const { matches } = handle.state();
      // Fewer than before: the log is being read anew.
      if (matches < known) {
        pages.clear();
        askedOf.clear();
      }
      known = matches;
      const last = Math.min(to, matches) - 1;
      for (let page = Math.floor(from / PAGE); page * PAGE <= last; page += 1) {
        const held = pages.get(page);
        const full = held !== undefined && held.length >= Math.min(PAGE, matches - page * PAGE);
        if (held && full) {
          pages.delete(page);
          pages.set(page, held);
        } else if (!asked.has(page) && askedOf.get(page) !== matches) void load(page, matches);
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}
