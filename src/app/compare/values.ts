import { stringifyJson } from '../../toloka/stringifyJson.ts';
import type { Json } from '../../toloka/operation.ts';
import { formatCount } from '../ui/format.ts';
import type { Cell } from './comparison.ts';

/** A value for the screen: a text as itself, everything else as JSON, numbers to the last digit. */
export function plainValue(value: Json): string {
  return typeof value === 'string' && !needsQuotes(value) ? value : stringifyJson(value);
}

/** Without quotes nobody would see these. */
function needsQuotes(text: string): boolean {
  return text.trim() !== text || text === '';
}

/** Whether a path ends in the name of a count, `details.not_valid_count`: how many, and no number that names something. */
export function isCount(path: string): boolean {
  return path.endsWith('_count');
}

function countOf(cell: Cell): number | null {
  return cell.kind === 'json' && typeof cell.value === 'number' && Number.isSafeInteger(cell.value)
    ? cell.value
    : null;
}

/** By how much a count differs from another one: `+8`, `−1,240`; null where they do not. */
export function countDifference(cell: Cell, base: Cell): string | null {
  const [count, other] = [countOf(cell), countOf(base)];
  if (count === null || other === null || count === other) return null;
  return `${count > other ? '+' : '−'}${formatCount(Math.abs(count - other))}`;
}

/**
 * The values of one fact for the screen, side by side; null where a cell holds none. Different values never read the
 * same: the text `1` beside the number 1 stands in quotes. Counts have their thousands told apart.
 */
export function plainValues(cells: readonly Cell[], counts = false): (string | null)[] {
  const plain = cells.map((cell) => {
    if (cell.kind !== 'json') return null;
    const count = counts ? countOf(cell) : null;
    return count === null ? plainValue(cell.value) : formatCount(count);
  });
  const exact = cells.map((cell) => (cell.kind === 'json' ? stringifyJson(cell.value) : null));
  const misleads = plain.some((text, at) =>
    plain.some((other, beside) => text === other && exact[at] !== exact[beside]),
  );
  return misleads ? exact : plain;
}

/** A text in three parts, the middle one being where it departs from another text. */
export type Departure = readonly [before: string, middle: string, after: string];

/** Shorter texts are compared at a glance. */
const LONG = 24;

/**
 * Where a long text departs from another one of which it shares the greater part; null where pointing at it would help
 * nobody.
 */
export function departureOf(text: string, other: string): Departure | null {
  if (text === other || text.length < LONG || other.length < LONG) return null;
  // By characters, so that no pair of surrogates is cut.
  const own = Array.from(text);
  const theirs = Array.from(other);
  const shorter = Math.min(own.length, theirs.length);
  let start = 0;
  while (start < shorter && own[start] === theirs[start]) start++;
  let end = 0;
  while (end < shorter - start && own[own.length - 1 - end] === theirs[theirs.length - 1 - end]) end++;
  if (start + end < own.length / 2) return null;
  const cut = own.length - end;
  return [own.slice(0, start).join(''), own.slice(start, cut).join(''), own.slice(cut).join('')];
}
