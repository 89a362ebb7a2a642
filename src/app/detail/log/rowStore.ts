import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
  type VirtualItem,
} from '@tanstack/react-virtual';

/** The rows of a long list that are in the document, and the height in px of all of them. */
export type RowsInSight = { readonly rows: readonly VirtualItem[]; readonly height: number };

/**
 * A virtual list's rows as a store. The library's own hook hands out one object that changes inside, which React's rules
 * do not allow; this hands out a new value for each change.
 */
export type RowStore = {
  readonly snapshot: () => RowsInSight;
  readonly subscribe: (listener: () => void) => () => void;
  /** Begins to follow the box that scrolls. Returns how to stop. */
  readonly mount: () => () => void;
  /** To be called after each rendering, before it is painted. */
  readonly rendered: (count: number, kept: number | null) => void;
  /** Hears of each row's element, to measure it; null when it goes. */
  readonly measure: (element: HTMLElement | null) => void;
  readonly scrollTo: (index: number) => void;
};

/** Rows beyond either edge that are drawn as well, so that Tab and a quick wheel find something there. */
const OVERSCAN = 10;

/** Makes a store over a box that scrolls; `estimate` is a closed row's height in px. */
export function createRowStore(box: () => HTMLElement | null, estimate: () => number): RowStore {
  const listeners = new Set<() => void>();
  let count = 0;
  /** The row that has the focus, which must not leave the document. */
  let kept: number | null = null;
  const options = () => ({
    count,
    getScrollElement: box,
    estimateSize: estimate,
    overscan: OVERSCAN,
    rangeExtractor: (range: Range) => withKept(defaultRangeExtractor(range), kept, range.count),
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => publish(),
  });
  const virtualizer = new Virtualizer<HTMLElement, HTMLElement>(options());
  // What the library's adapters for frameworks call, of which this is one.
  const { _didMount: didMount, _willUpdate: willUpdate } = virtualizer;
  const read = (): RowsInSight => ({
    rows: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
  });
  let current = read();
  const publish = () => {
    const next = read();
    if (next.rows === current.rows && next.height === current.height) return;
    current = next;
    for (const listener of listeners) listener();
  };
  return {
    snapshot: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    mount: () => didMount(),
    rendered: (nextCount, nextKept) => {
      if (nextCount !== count || nextKept !== kept) {
        count = nextCount;
        kept = nextKept;
        virtualizer.setOptions(options());
      }
      willUpdate();
      publish();
    },
    measure: (element) => virtualizer.measureElement(element),
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'center' }),
  };
}

/** The rows in sight and the kept one with its neighbours, or the arrow keys would lead nowhere from there. */
export function withKept(rows: readonly number[], kept: number | null, count: number): number[] {
  if (kept === null) return [...rows];
  const all = new Set([...rows, kept - 1, kept, kept + 1]);
  return [...all].filter((row) => row >= 0 && row < count).toSorted((a, b) => a - b);
}
