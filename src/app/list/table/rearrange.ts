import type { ColumnTaste } from '../../settings.ts';
import { inOrder, shownColumns, type ColumnFacts } from './arrangement.ts';

export type Direction = 'left' | 'right';

/** The taste after a column was shown or hidden; what is as by default goes unsaid. */
export function toggleColumn(column: ColumnFacts, taste: ColumnTaste): ColumnTaste {
  if (column.always) return taste;
  const { [column.id]: said, ...others } = taste.shown;
  const next = !(said ?? column.optional !== true);
  const usual = column.optional !== true;
  return { ...taste, shown: next === usual ? others : { ...others, [column.id]: next } };
}

/** Where a column stands among those that are shown, from 0, and how many there are; null while it is hidden. */
export function placeOf(
  columns: readonly ColumnFacts[],
  taste: ColumnTaste,
  id: string,
): { readonly index: number; readonly count: number } | null {
  const shown = shownColumns(columns, taste);
  const index = shown.findIndex((column) => column.id === id);
  return index < 0 ? null : { index, count: shown.length };
}

/** The taste after a column changed places with its shown neighbour; the same object where there is none. */
export function moveColumn(
  columns: readonly ColumnFacts[],
  taste: ColumnTaste,
  id: string,
  direction: Direction,
): ColumnTaste {
  const place = placeOf(columns, taste, id);
  const step = direction === 'left' ? -1 : 1;
  const neighbour = place && shownColumns(columns, taste)[place.index + step];
  if (!neighbour) return taste;
  const order = inOrder(columns, taste.order)
    .map((column) => column.id)
    .filter((each) => each !== id);
  order.splice(order.indexOf(neighbour.id) + (direction === 'left' ? 0 : 1), 0, id);
  const usual = columns.every((column, index) => column.id === order[index]);
  return { ...taste, order: usual ? [] : order };
}
