import { csvCell, csvJsonCell, csvLine } from '../../../toloka/csv.ts';
import { membersAt, stringOf, type Span } from '../../../toloka/jsonText.ts';

/** The operation's own plain fields, a column each. */
const FIELDS = ['id', 'type', 'status', 'submitted', 'started', 'finished', 'progress'] as const;
/** Fields that hold JSON, a column each. */
const NESTED = ['parameters', 'details'] as const;
/** Well-known values inside them, which get a column as well: what is worked on, and a batch's counts. */
const SUBJECTS = ['pool_id', 'training_id', 'project_id'] as const;
const COUNTS = ['total_count', 'valid_count', 'not_valid_count', 'success_count', 'failed_count'] as const;
const FLAT: Readonly<Record<(typeof NESTED)[number], readonly string[]>> = {
  parameters: SUBJECTS,
  details: [...SUBJECTS, ...COUNTS],
};

/** Every column's name. `other` holds the fields that this version does not know, `export` what the file is. */
export const CSV_COLUMNS: readonly string[] = [
  ...FIELDS,
  ...NESTED.flatMap((field) => FLAT[field].map((key) => `${field}.${key}`)),
  ...NESTED,
  'other',
  'export',
];

/** The first line. */
export function csvHead(): string {
  return csvLine(CSV_COLUMNS);
}

/**
 * An operation's line, from its own JSON text: times and numbers stand as the API wrote them. `note` (JSON) goes into
 * the column `export`.
 */
export function csvRow(text: string, note = ''): string {
  const members = membersAt(text);
  const known = new Set<string>([...FIELDS, ...NESTED]);
  const others = [...members].filter(([key]) => !known.has(key));
  const other = others.map(([key, span]) => `${JSON.stringify(key)}:${slice(text, span)}`).join(',');
  return csvLine([
    ...FIELDS.map((field) => plainCell(text, members.get(field))),
    ...NESTED.flatMap((field) => {
      const span = members.get(field);
      const inner = span ? membersAt(text, span.start) : new Map<string, Span>();
      return FLAT[field].map((key) => plainCell(text, inner.get(key)));
    }),
    ...NESTED.map((field) => csvJsonCell(slice(text, members.get(field)))),
    csvJsonCell(other === '' ? '' : `{${other}}`),
    csvJsonCell(note),
  ]);
}

/** A line without an operation: `words` for people in the first column, `note` (JSON) in the last. */
export function csvNoteRow(words: string, note: string): string {
  return csvLine([csvCell(words), ...CSV_COLUMNS.slice(2).map(() => ''), csvJsonCell(note)]);
}

/** A text without its quotes, anything else as JSON; nothing for `null` and for what is not there. */
function plainCell(text: string, span: Span | undefined): string {
  const token = slice(text, span);
  if (token.startsWith('"')) return csvCell(stringOf(token));
  return token === 'null' ? '' : csvJsonCell(token);
}

/** On one line: blanks between tokens may hold line ends, texts cannot. */
function slice(text: string, span: Span | undefined): string {
  return span ? text.slice(span.start, span.end).replaceAll(/[ \t]*[\r\n]\s*/g, '') : '';
}
