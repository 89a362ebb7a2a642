import type { Text } from '../../../words/words.ts';
import type { ColumnTaste } from '../../settings.ts';

/** What the arrangement of columns has to know of one. */
export type ColumnFacts = {
  readonly id: string;
  readonly label: Text;
  /** A row says nothing without it, so it cannot be hidden. */
  readonly always?: true;
  /** Shown only when somebody asks for it. */
  readonly optional?: true;
  /**
   * Its width by default, as CSS, and how many px of it can be spared before it says too little; null for the column
   * that takes the rest.
   */
  readonly width: { readonly css: string; readonly spare: number } | null;
};

/** The narrowest and the widest that a column can be made, in px. */
export const WIDTHS = { min: 56, max: 640 } as const;

/**
 * All columns in the order of somebody's taste. A column that the taste does not name, being newer than it, comes
 * behind the one it follows by default.
 */
export function inOrder<Column extends ColumnFacts>(
  columns: readonly Column[],
  order: readonly string[],
): Column[] {
  const named = order.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  const placed = [...new Set(named)];
  for (const [index, column] of columns.entries()) {
    if (placed.includes(column)) continue;
    const before = columns[index - 1];
    placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, column);
  }
  return placed;
}

/** Whether a column is shown. */
export function isShown(column: ColumnFacts, { shown }: ColumnTaste): boolean {
  return column.always === true || (shown[column.id] ?? column.optional !== true);
}

/** The columns that are shown, in their order. */
export function shownColumns<Column extends ColumnFacts>(
  columns: readonly Column[],
  taste: ColumnTaste,
): Column[] {
  return inOrder(columns, taste.order).filter((column) => isShown(column, taste));
}

/** The taste after a column was given a width in px, brought within bounds, or null for its default one. */
export function resizeColumn(taste: ColumnTaste, id: string, width: number | null): ColumnTaste {
  const { [id]: _, ...others } = taste.widths;
  return { ...taste, widths: width === null ? others : { ...others, [id]: withinWidths(width) } };
}

/** A width in whole px that a column may have. */
export function withinWidths(width: number): number {
  return Math.round(Math.min(WIDTHS.max, Math.max(WIDTHS.min, width)));
}

/** What of a width that somebody chose can be spared. */
const SPARE = 0.35;
/** However little room there is, a column does not vanish, in px. */
const LEAST_PX = 40;
/** What the column that takes the rest is left with at least, in px, before the others give way. */
export const REST_PX = 220;
/** What the checkboxes before all columns take, in px (`select.module.css`). */
const SELECT_PX = 36;

/**
 * Each shown column's width as CSS, or null where the table's own rules do. Columns that somebody widened or added may
 * need more room than there is: then each gives way by what it can spare, reckoned by the browser, so that nothing
 * shifts and nothing scrolls sideways.
 */
export function columnWidths(
  shown: readonly ColumnFacts[],
  widths: ColumnTaste['widths'],
): Readonly<Record<string, string>> | null {
  if (!shown.some(({ id, optional }) => optional === true || widths[id] !== undefined)) return null;
  const sized = shown.flatMap(({ id, width }) => {
    if (width === null) return [];
    const own = widths[id];
    if (own === undefined) return [{ id, ...width }];
    return [{ id, css: `${withinWidths(own)}px`, spare: withinWidths(own) * SPARE }];
  });
  const needed = sized.map(({ css }) => css).join(' + ');
  const excess = `max(0px, ${needed} + ${REST_PX + SELECT_PX}px - 100cqi)`;
  const spare = sized.reduce((sum, column) => sum + column.spare, 0);
  return Object.fromEntries(
    sized.map((column) => [
      column.id,
      `max(${LEAST_PX}px, ${column.css} - ${excess} * ${(column.spare / spare).toFixed(4)})`,
    ]),
  );
}

/**
 * At which edge a column is taken hold of: the one that follows the pointer. Columns before the one that takes the
 * rest end there, those behind it begin there; null for that one itself.
 */
export function gripEdge(shown: readonly ColumnFacts[], id: string): 'start' | 'end' | null {
  const rest = shown.findIndex(({ width }) => width === null);
  const index = shown.findIndex((column) => column.id === id);
  if (index === rest) return null;
  return index < rest ? 'end' : 'start';
}
