import { csvCell, csvLine, CSV_MARK } from '../csv.ts';
import { membersAt } from '../jsonText.ts';
import { decodeLogItem } from '../logItem.ts';
import { causeKey, causePath } from './causes.ts';
import type { LogIndex } from './logIndex.ts';
import { withoutPersonal, withoutPersonalValues } from './personal.ts';

/** What a downloaded file holds: failed items only, all of them or those that failed for one cause. */
export type LogExport = {
  /**
   * `inputs`: a JSON array of the items' `input` as it was sent, one on each line; items without one are left out.
   * `csv`: item number, path, code and message, one row per fault; an item that names none has a row of its own.
   */
  readonly format: 'inputs' | 'csv';
  /** `key` of a cause, or null for all failures. */
  readonly cause: string | null;
  /** Leaves out `user_id` and `private_comment` wherever they stand, and their values in messages. */
  readonly withoutPersonal: boolean;
};

/** The kind of each format's file. */
export const EXPORT_TYPES: Readonly<Record<LogExport['format'], string>> = {
  inputs: 'application/json',
  csv: 'text/csv;charset=utf-8',
};

/**
 * A file's text in pieces: first its head, then a piece for each item that belongs in it (an empty one for each that
 * does not, so that the caller may pause), last its end. Items that come while it is read are in it.
 */
export function* exportPieces(index: LogIndex, what: LogExport): Generator<string, void> {
  const inputs = what.format === 'inputs';
  let before = '\n';
  yield inputs ? '[' : CSV_MARK + csvLine(['item', 'path', 'code', 'message']);
  for (let item = 0; item < index.items(); item++) {
    const wanted = belongs(index, item, what.cause);
    const piece = !wanted ? '' : inputs ? inputText(index.text(item), what) : rows(index, item, what);
    yield inputs && piece !== '' ? before + piece : piece;
    if (piece !== '') before = ',\n';
  }
  if (inputs) yield before === '\n' ? ']\n' : '\n]\n';
}

function belongs(index: LogIndex, item: number, cause: string | null): boolean {
  return index.hasFailed(item) && (cause === null || index.hasCause(item, index.causes.numberOf(cause)));
}

/** The input on one line: line ends between tokens mean nothing, and texts cannot hold any. */
function inputText(item: string, what: LogExport): string {
  const span = membersAt(item).get('input');
  const input = span ? item.slice(span.start, span.end) : 'null';
  if (input === 'null') return '';
  const line = input.replaceAll(/[ \t]*[\r\n]\s*/g, '');
  return what.withoutPersonal ? withoutPersonal(line) : line;
}

function rows(index: LogIndex, item: number, what: LogExport): string {
  const text = index.text(item);
  const { faults, input } = decodeLogItem(JSON.parse(text), item);
  const clean = (words: string) => (what.withoutPersonal ? withoutPersonalValues(words, text) : words);
  const line = (path: string, code: string, message: string) =>
    csvLine([String(item + 1), csvCell(path), csvCell(code), csvCell(clean(message))]);
  const { cause } = what;
  const wanted = faults.filter(
    ({ path, code, message }) => cause === null || causeKey(causePath(path, input), code, message) === cause,
  );
  if (faults.length === 0) return line('', '', '');
  return wanted.map(({ path, code, message }) => line(path, code, message)).join('');
}
