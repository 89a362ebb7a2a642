import { CSV_MARK } from '../../../toloka/csv.ts';
import { csvHead, csvNoteRow, csvRow } from './csvRows.ts';

/** What the file is: enough to ask the same again, and to know what is missing. */
export type Manifest = {
  readonly environment: string;
  /** The list's query string, as it stands in the address. */
  readonly query: string;
  /** When the export began, in UTC; relative dates of the query are resolved there. */
  readonly exported: string;
  readonly secrets: 'masked' | 'included';
};

/** How an export ended that did not come to the list's end. */
export type Ending = {
  readonly complete: false;
  readonly operations: number;
  readonly reason: string;
};

/** A file format, written piece by piece. Each piece is a run of whole lines. */
export type Format = {
  readonly label: string;
  readonly extension: string;
  readonly type: string;
  /** What stands before the first operation. */
  readonly head: (manifest: Manifest) => string;
  /** The lines of some operations, given as their JSON texts; `first` when none came before them. */
  readonly rows: (texts: readonly string[], first: boolean, manifest: Manifest) => string;
  /** What stands behind the last one where the file is not complete. */
  readonly tail: (ending: Ending) => string;
  /** What a file without any operation holds besides its head. */
  readonly none: (manifest: Manifest) => string;
};

/** The formats by name. A new one is one row. */
export const FORMATS = {
  csv: {
    label: 'CSV',
    extension: 'csv',
    type: 'text/csv;charset=utf-8',
    // Comment lines before the header would be a trap for every spreadsheet, so the manifest has a column.
    head: () => CSV_MARK + csvHead(),
    rows: (texts, first, manifest) =>
      texts.map((text, index) => csvRow(text, first && index === 0 ? JSON.stringify(manifest) : '')).join(''),
    tail: (ending) => csvNoteRow(`INCOMPLETE: ${ending.reason}`, JSON.stringify(ending)),
    none: (manifest) => csvNoteRow('', JSON.stringify(manifest)),
  },
  ndjson: {
    label: 'NDJSON',
    extension: 'ndjson',
    type: 'application/x-ndjson',
    head: (manifest) => `${JSON.stringify({ manifest })}\n`,
    rows: (texts) => texts.map((text) => `${oneLine(text)}\n`).join(''),
    tail: (ending) => `${JSON.stringify({ ending })}\n`,
    none: () => '',
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** JSON texts cannot hold line ends; only the blanks between tokens can, and there they mean nothing. */
function oneLine(text: string): string {
  return text.replaceAll(/[ \t]*[\r\n]\s*/g, '');
}

/** The file's name: `toloka-operations-production-20261121T211005Z.csv`, `…-incomplete.csv`. */
export function fileName(format: FormatName, manifest: Manifest, complete: boolean): string {
  const at = `${manifest.exported.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const end = complete ? '' : '-incomplete';
  return `toloka-operations-${manifest.environment}-${at}${end}.${FORMATS[format].extension}`;
}
