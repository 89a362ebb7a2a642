import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Operation } from '../../../toloka/operation.ts';

/** The selected operations, by ID, in the order in which they were selected, each as it was read then. */
export type Selected = ReadonlyMap<string, Operation>;

export const NONE_SELECTED: Selected = new Map();

/** The selection of one view of the list. Every row asks about itself alone, so that a change renders only that row. */
export type Selection = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly selected: () => Selected;
  /** Selects a row or no longer; with `range` also all rows (of `rows`) from the one changed last up to it. */
  readonly toggle: (operation: Operation, on: boolean, range: boolean) => void;
  readonly setAll: (operations: readonly Operation[], on: boolean) => void;
  readonly clear: () => void;
  /** Tells which rows are on screen, in their order: what a range runs over. */
  readonly show: (rows: readonly Operation[]) => void;
};

/** An empty selection. */
export function createSelection(): Selection {
  const listeners = new Set<() => void>();
  let selected = NONE_SELECTED;
  let rows: readonly Operation[] = [];
  let last: string | null = null;
  const set = (next: Selected) => {
    if (next === selected) return;
    selected = next;
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    selected: () => selected,
    toggle: (operation, on, range) => {
      const changed = (range && last !== null && stretch(rows, last, operation.id)) || [operation];
      last = operation.id;
      set(withAll(selected, changed, on));
    },
    setAll: (operations, on) => {
      last = null;
      set(withAll(selected, operations, on));
    },
    clear: () => {
      last = null;
      set(NONE_SELECTED);
    },
    show: (next) => {
      rows = next;
    },
  };
}

/** The rows from one to another, both included, in whichever order they are named; null where one is not there. */
export function stretch(rows: readonly Operation[], from: string, to: string): readonly Operation[] | null {
  const ends = [from, to].map((id) => rows.findIndex((row) => row.id === id));
  const [first = -1, last = -1] = ends.toSorted((a, b) => a - b);
  return first < 0 ? null : rows.slice(first, last + 1);
}

/** The selection after operations came to it or went; the same object where that changes nothing. */
export function withAll(selected: Selected, operations: readonly Operation[], on: boolean): Selected {
  if (operations.every(({ id }) => selected.has(id) === on)) return selected;
  const next = new Map(selected);
  for (const operation of operations) {
    if (!on) next.delete(operation.id);
    else if (!next.has(operation.id)) next.set(operation.id, operation);
  }
  return next;
}

/** The selection that rows belong to; null where rows cannot be selected. */
export const SelectionContext = createContext<Selection | null>(null);

const noListener = () => () => {};

/** Whether an operation is selected. */
export function useIsSelected(id: string): boolean {
  const selection = useContext(SelectionContext);
  return useSyncExternalStore(
    selection?.subscribe ?? noListener,
    () => selection?.selected().has(id) ?? false,
  );
}

/** What is selected. Renders with every change: for the few who tell about all of it. */
export function useSelected(): Selected {
  const selection = useContext(SelectionContext);
  return useSyncExternalStore(
    selection?.subscribe ?? noListener,
    () => selection?.selected() ?? NONE_SELECTED,
  );
}
