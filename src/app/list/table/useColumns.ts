import { useMemo, useState } from 'react';
import { changeSettings, NO_COLUMN_TASTE, useSetting } from '../../settings.ts';
import { columnWidths, gripEdge, resizeColumn, shownColumns } from './arrangement.ts';
import { COLUMNS } from './columns.tsx';
import { useBehind } from '../../ui/useBehind.ts';

const REST_COLUMN = COLUMNS.find(({ width }) => width === null)?.id ?? '';

/**
 * The columns as somebody on this machine wants them. `shown` stays the same array while only widths change, so that
 * no row renders for them; a width is kept when the edge is let go, and only drawn before.
 */
export function useColumns() {
  const taste = useSetting('columns');
  const [drawn, draw] = useState<{ readonly id: string; readonly width: number } | null>(null);
  const { shown: visibility, order } = taste;
  const chosen = useMemo(
    () => shownColumns(COLUMNS, { ...NO_COLUMN_TASTE, shown: visibility, order }),
    [visibility, order],
  );
  // All rows are drawn anew for other columns: behind the frame in which the control answers.
  const shown = useBehind(chosen);
  const { widths } = drawn ? resizeColumn(taste, drawn.id, drawn.width) : taste;
  const gripOf = (id: string) => {
    const edge = gripEdge(shown, id);
    return (
      edge && {
        edge,
        restColumn: REST_COLUMN,
        onDraw: (width: number) => draw({ id, width }),
        onWidth: (width: number | null) => {
          draw(null);
          changeSettings({ columns: resizeColumn(taste, id, width) });
        },
      }
    );
  };
  return { shown, widths: columnWidths(shown, widths), gripOf };
}
