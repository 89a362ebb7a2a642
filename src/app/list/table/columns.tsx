import { createColumnHelper, metaHelper, tableFeatures } from '@tanstack/react-table';
import type { SortField } from '../../../toloka/filters.ts';
import type { Operation } from '../../../toloka/operation.ts';
import type { ColumnFacts } from './arrangement.ts';
import {
  codeCell,
  durationCell,
  itemsCell,
  operationCell,
  progressCell,
  statusCell,
  timeCell,
  type Cell,
} from './cells.tsx';

type ColumnMeta = {
  /** The key that the server sorts this column by. */
  readonly sort?: SortField;
};

export type TableColumn = ColumnFacts & ColumnMeta & { readonly cell: Cell };

/**
 * No feature that sorts, filters or pages is registered: all three are the server's, over everything, never over the
 * rows that happen to be loaded. Nor are visibility, order and sizes: `arrangement.ts` needs a tenth of their weight.
 */
export const FEATURES = tableFeatures({ columnMeta: metaHelper<ColumnMeta>() });

const TIME = { css: 'var(--time)', spare: 34 } as const;

/** The table's columns, in order. A column's `id` is also the name that its look and its place in a card go by. */
export const COLUMNS: readonly TableColumn[] = [
  {
    id: 'status',
    label: 'Status',
    always: true,
    width: { css: 'var(--status)', spare: 8 },
    cell: statusCell,
  },
  {
    id: 'operation',
    label: 'Operation',
    always: true,
    width: null,
    cell: operationCell,
  },
  {
    id: 'type',
    label: 'Type',
    optional: true,
    width: { css: '196px', spare: 96 },
    cell: ({ type }) => codeCell(type),
  },
  {
    id: 'id',
    label: 'ID',
    optional: true,
    width: { css: '276px', spare: 200 },
    cell: ({ id }) => codeCell(id),
  },
  {
    id: 'items',
    label: 'Items',
    optional: true,
    width: { css: '132px', spare: 48 },
    cell: itemsCell,
  },
  {
    id: 'progress',
    label: 'Progress',
    width: { css: 'var(--progress)', spare: 16 },
    cell: progressCell,
  },
  {
    id: 'submitted',
    label: 'Submitted',
    sort: 'submitted',
    width: TIME,
    cell: ({ submitted }, context) => timeCell(submitted, context),
  },
  {
    id: 'started',
    label: 'Started',
    width: TIME,
    cell: ({ started }, context) => timeCell(started, context),
  },
  {
    id: 'finished',
    label: 'Finished',
    sort: 'finished',
    width: TIME,
    cell: ({ finished }, context) => timeCell(finished, context),
  },
  {
    id: 'duration',
    label: 'Duration',
    width: { css: 'var(--duration)', spare: 40 },
    cell: durationCell,
  },
];

const column = createColumnHelper<typeof FEATURES, Operation>();
const DEFINITIONS = new Map(
  COLUMNS.map(({ id, sort }) => [id, column.display({ id, meta: sort ? { sort } : {} })]),
);

/** The definitions of some columns, as the table wants them. */
export function columnDefinitions(columns: readonly ColumnFacts[]) {
  return columns.flatMap(({ id }) => DEFINITIONS.get(id) ?? []);
}
