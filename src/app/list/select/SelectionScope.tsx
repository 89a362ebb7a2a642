import { useLayoutEffect, useState, type ReactNode } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import { createSelection, SelectionContext } from './selection.ts';

/**
 * Lets the rows inside be selected. The selection is that of one view, by its name (`view`): another one begins without
 * any. `rows` are those on screen.
 */
export function SelectionScope({
  view,
  rows,
  children,
}: {
  view: string;
  rows: readonly Operation[];
  children: ReactNode;
}) {
  const [held, hold] = useState(() => ({ view, selection: createSelection() }));
  const now = held.view === view ? held : { view, selection: createSelection() };
  if (now !== held) hold(now);
  const { selection } = now;
  useLayoutEffect(() => selection.show(rows), [selection, rows]);
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}
