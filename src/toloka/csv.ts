/** CSV as RFC 4180 has it, for spreadsheets: UTF-8 with a byte order mark, lines that end in CR LF. */

/** Tells a spreadsheet that the file is UTF-8. */
export const CSV_MARK = '\uFEFF';

/** A number as JSON writes it: a cell that is nothing else is harmless and stays a number, whatever its sign. */
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * What a spreadsheet may take for the start of a formula (OWASP, "CSV Injection"), behind blanks and quotes too, which
 * some drop; the full-width signs are the same to some.
 */
const FORMULA = /^[\s'"]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** The same behind a `;` or tab: where that is the list separator, a new cell begins there, quoted or not. */
const INNER_FORMULA = /([;\t][\s'"]*)(?=[=+\-@＝＋－＠])/g;

/**
 * A cell's text, quoted where it has to be. What could be read as a formula gets an apostrophe in front, so that it
 * is shown and never run; a number is left alone.
 */
export function csvCell(text: string): string {
  return quoted(NUMBER.test(text) ? text : harmless(text));
}

/**
 * A cell that holds JSON. It cannot begin like a formula; a `;` or tab before a sign within it is written as JSON's own
 * escape, so that the JSON stays what it was.
 */
export function csvJsonCell(json: string): string {
  return quoted(NUMBER.test(json) ? json : json.replaceAll(INNER_FORMULA, escaped));
}

/** A line of finished cells, with its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

function harmless(text: string): string {
  const inner = text.replaceAll(INNER_FORMULA, "$1'");
  return FORMULA.test(inner) ? `'${inner}` : inner;
}

function escaped(match: string): string {
  return match.replace(';', String.raw`\u003b`);
}

function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
