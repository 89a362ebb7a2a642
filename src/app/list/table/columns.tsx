import { createColumnHelper, metaHelper, tableFeatures } from '@tanstack/react-table';
import type { SortField } from '../../../toloka/filters.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { DurationCell, OperationCell, ProgressCell, StatusCell, TimeCell } from './cells.tsx';

type ColumnMeta = {
  /** The key that the server sorts this column by. */
  readonly sort?: SortField;
};

/**
 * No feature that sorts, filters or pages is registered: all three are the server's, over everything, never over the
 * rows that happen to be loaded.
 */
export const FEATURES = tableFeatures({ columnMeta: metaHelper<ColumnMeta>() });

const column = createColumnHelper<typeof FEATURES, Operation>();

/** The table's columns, in order. A column's `id` is also the name that its width and place in a card go by. */
export const COLUMNS = column.columns([
  column.display({
    id: 'status',
    header: 'Status',
    cell: ({ row }) => <StatusCell operation={row.original} />,
  }),
  column.display({
    id: 'operation',
    header: 'Operation',
    cell: ({ row }) => <OperationCell operation={row.original} />,
  }),
  column.display({
    id: 'progress',
    header: 'Progress',
    cell: ({ row }) => <ProgressCell operation={row.original} />,
  }),
  column.display({
    id: 'submitted',
    header: 'Submitted',
    cell: ({ row }) => <TimeCell time={row.original.submitted} />,
    meta: { sort: 'submitted' },
  }),
  column.display({
    id: 'started',
    header: 'Started',
    cell: ({ row }) => <TimeCell time={row.original.started} />,
  }),
  column.display({
    id: 'finished',
    header: 'Finished',
    cell: ({ row }) => <TimeCell time={row.original.finished} />,
    meta: { sort: 'finished' },
  }),
  column.display({
    id: 'duration',
    header: 'Duration',
    cell: ({ row }) => <DurationCell operation={row.original} />,
  }),
]);
