import { memo, useContext } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import { t } from '../../../words/words.ts';
import type { Departure } from '../live/screen.ts';
import { selectCell } from '../select/SelectBox.tsx';
import type { TableColumn } from './columns.tsx';
import { RowContext } from './rowContext.ts';

/**
 * One operation's line. An operation that an answer left unchanged stays the same object, so only lines with news render
 * again. The cells are drawn from the columns themselves: an object and two components a cell, as the table would have
 * them, are a third of the time to the first row.
 */
export const OperationRow = memo(function OperationRow({
  operation,
  columns,
  departure,
}: {
  operation: Operation;
  /** The columns that are shown, in their order. */
  columns: readonly TableColumn[];
  /** How it has left the list, if it has. */
  departure?: Departure | undefined;
}) {
  const context = useContext(RowContext);
  return (
    <tr role="row" data-operation={operation.id}>
      {selectCell(operation, context)}
      {columns.map(({ id, label, cell }) => (
        <td key={id} role="cell" data-column={id} data-label={t(label)}>
          {cell(operation, context, departure)}
        </td>
      ))}
    </tr>
  );
});
