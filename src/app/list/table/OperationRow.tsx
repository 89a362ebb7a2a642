import { FlexRender, type Row } from '@tanstack/react-table';
import { memo } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import { SelectCell } from '../select/SelectBox.tsx';
import type { ColumnFacts } from './arrangement.ts';
import type { FEATURES } from './columns.tsx';

type RowProps = {
  readonly row: Row<typeof FEATURES, Operation>;
  /** The columns that are shown; the row reads them from the table, but has to know when they change. */
  readonly columns: readonly ColumnFacts[];
};

/**
 * One operation's line. The table builds its row objects anew at every answer, but an operation that an answer left
 * unchanged stays the same object, so only lines with news render again.
 */
export const OperationRow = memo(
  function OperationRow({ row }: RowProps) {
    return (
      <tr role="row">
        <SelectCell operation={row.original} />
        {row.getAllCells().map((cell) => {
          const { header } = cell.column.columnDef;
          return (
            <td
              key={cell.id}
              role="cell"
              data-column={cell.column.id}
              data-label={typeof header === 'string' ? header : undefined}
            >
              <FlexRender cell={cell} />
            </td>
          );
        })}
      </tr>
    );
  },
  (before, next) => before.row.original === next.row.original && before.columns === next.columns,
);
