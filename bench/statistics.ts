/** Middle and spread of several measurements, in their own unit. */
export type Summary = { readonly median: number; readonly least: number; readonly most: number };

/** Sums up measurements. Throws a RangeError when there are none: an empty run must not look like a fast one. */
export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const least = sorted[0];
  const most = sorted.at(-1);
  if (middle === undefined || least === undefined || most === undefined)
    throw new RangeError('nothing was measured');
  const other = sorted[Math.ceil(sorted.length / 2) - 1] ?? middle;
  return { median: (middle + other) / 2, least, most };
}

/** A summary for a table: `12.3 (11.8–14.0)`, with so many digits after the point, or one number when all are equal. */
export function formatSummary({ median, least, most }: Summary, digits = 1): string {
  const text = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(digits));
  return least === most ? text(median) : `${text(median)} (${text(least)}–${text(most)})`;
}

/** Rows of text as a table whose columns line up; the first row is its head. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('   ');
  const [head = [], ...body] = rows;
  return [line(head), widths.map((width) => '─'.repeat(width)).join('   '), ...body.map(line)].join('\n');
}
