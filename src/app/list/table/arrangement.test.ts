import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSettings, NO_COLUMN_TASTE, type ColumnTaste } from '../../settings.ts';
import {
  columnWidths,
  gripEdge,
  inOrder,
  resizeColumn,
  shownColumns,
  type ColumnFacts,
} from './arrangement.ts';
import { moveColumn, placeOf, toggleColumn } from './rearrange.ts';

const column = (id: string, more: Partial<ColumnFacts> = {}): ColumnFacts => ({
  id,
  label: 'Status',
  width: { css: 'var(--time)', spare: 10 },
  ...more,
});
const status = column('status', { always: true });
const words = column('words', { always: true, width: null });
const extra = column('extra', { optional: true, width: { css: '90px', spare: 30 } });
const began = column('began');
const ended = column('ended');
const COLUMNS = [status, words, extra, began, ended];

const taste = (more: Partial<ColumnTaste>): ColumnTaste => ({ ...NO_COLUMN_TASTE, ...more });
const ids = (columns: readonly ColumnFacts[]) => columns.map(({ id }) => id);
const shownIds = (of: ColumnTaste) => ids(shownColumns(COLUMNS, of));

describe('which columns are shown', () => {
  test('is all but the optional ones by default', () => {
    expect(shownIds(NO_COLUMN_TASTE)).toEqual(['status', 'words', 'began', 'ended']);
  });

  test('follows the taste, and what is as by default goes unsaid', () => {
    const hidden = toggleColumn(began, NO_COLUMN_TASTE);
    expect(hidden.shown).toEqual({ began: false });
    expect(shownIds(hidden)).toEqual(['status', 'words', 'ended']);
    expect(toggleColumn(began, hidden).shown).toEqual({});
    expect(toggleColumn(extra, NO_COLUMN_TASTE).shown).toEqual({ extra: true });
  });

  test('always holds those without which a row says nothing', () => {
    expect(toggleColumn(status, NO_COLUMN_TASTE)).toBe(NO_COLUMN_TASTE);
    expect(shownIds(taste({ shown: { status: false, words: false } }))).toContain('status');
  });
});

describe('the order', () => {
  test('puts a column that the taste does not know behind the one it follows by default', () => {
    expect(ids(inOrder(COLUMNS, ['ended', 'words', 'began']))).toEqual([
      'status',
      'ended',
      'words',
      'extra',
      'began',
    ]);
  });

  test('changes by one shown neighbour a step, past what is hidden', () => {
    const moved = moveColumn(COLUMNS, NO_COLUMN_TASTE, 'began', 'left');
    expect(shownIds(moved)).toEqual(['status', 'began', 'words', 'ended']);
    expect(shownIds(moveColumn(COLUMNS, moved, 'words', 'right'))).toEqual([
      'status',
      'began',
      'ended',
      'words',
    ]);
  });

  test('is unsaid again once it is the default one', () => {
    const moved = moveColumn(COLUMNS, NO_COLUMN_TASTE, 'ended', 'left');
    expect(moved.order).toEqual(['status', 'words', 'extra', 'ended', 'began']);
    expect(moveColumn(COLUMNS, moved, 'ended', 'right').order).toEqual([]);
  });

  test('stays at its ends and for what is hidden', () => {
    expect(moveColumn(COLUMNS, NO_COLUMN_TASTE, 'status', 'left')).toBe(NO_COLUMN_TASTE);
    expect(moveColumn(COLUMNS, NO_COLUMN_TASTE, 'ended', 'right')).toBe(NO_COLUMN_TASTE);
    expect(moveColumn(COLUMNS, NO_COLUMN_TASTE, 'extra', 'left')).toBe(NO_COLUMN_TASTE);
    expect(placeOf(COLUMNS, NO_COLUMN_TASTE, 'ended')).toEqual({ index: 3, count: 4 });
    expect(placeOf(COLUMNS, NO_COLUMN_TASTE, 'extra')).toBeNull();
  });
});

describe('widths', () => {
  test('are the table’s own until somebody widens or adds a column', () => {
    expect(columnWidths(shownColumns(COLUMNS, NO_COLUMN_TASTE), {})).toBeNull();
    expect(columnWidths([status, words], { gone: 90 })).toBeNull();
  });

  test('give way by what each column can spare when there is too little room', () => {
    expect(columnWidths([status, words, extra], { status: 200 })).toEqual({
      status: 'max(40px, 200px - max(0px, 200px + 90px + 256px - 100cqi) * 0.7000)',
      extra: 'max(40px, 90px - max(0px, 200px + 90px + 256px - 100cqi) * 0.3000)',
    });
  });

  test('stay within bounds, in whole px', () => {
    expect(resizeColumn(NO_COLUMN_TASTE, 'began', 3).widths).toEqual({ began: 56 });
    expect(resizeColumn(NO_COLUMN_TASTE, 'began', 120.6).widths).toEqual({ began: 121 });
    expect(resizeColumn(NO_COLUMN_TASTE, 'began', 9999).widths).toEqual({ began: 640 });
    expect(resizeColumn(taste({ widths: { began: 90, ended: 80 } }), 'began', null).widths).toEqual({
      ended: 80,
    });
  });

  test('change without a new order or choice of columns, so that no row renders', () => {
    const before = taste({ order: ['ended'], shown: { extra: true } });
    const after = resizeColumn(before, 'began', 100);
    expect(after.order).toBe(before.order);
    expect(after.shown).toBe(before.shown);
  });

  test('are taken hold of at the edge that follows the pointer', () => {
    const shown = shownColumns(COLUMNS, NO_COLUMN_TASTE);
    expect(shown.map(({ id }) => gripEdge(shown, id))).toEqual(['end', null, 'start', 'start']);
  });
});

test('whatever is stored, each column has its one place and the necessary ones are shown', () => {
  const stored = fc.oneof(
    fc.jsonValue(),
    fc.record({
      columns: fc.record({
        shown: fc.dictionary(
          fc.constantFrom('status', 'words', 'began', 'gone', '__proto__'),
          fc.jsonValue(),
        ),
        order: fc.array(fc.oneof(fc.constantFrom('ended', 'status', 'began', 'gone'), fc.jsonValue())),
        widths: fc.dictionary(fc.constantFrom('status', 'extra', 'constructor'), fc.jsonValue()),
      }),
    }),
  );
  fc.assert(
    fc.property(stored, (value) => {
      const { columns: read } = decodeSettings(value);
      expect(ids(inOrder(COLUMNS, read.order)).toSorted()).toEqual([
        'began',
        'ended',
        'extra',
        'status',
        'words',
      ]);
      expect(shownIds(read)).toEqual(expect.arrayContaining(['status', 'words']));
      expect(Object.values(read.widths).every((width) => width > 0)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
