import { changeQuery, formatListSearch } from '../../../toloka/formatSearch.ts';
import type { Fault, ListSearch } from '../../../toloka/listSearch.ts';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import { t } from '../../../words/words.ts';

/** How much of a faulty text is put on screen; a URL may hold hundreds of thousands of characters. */
const SHOWN = 120;

/** What a quotation begins with, in one language or another. */
const QUOTES = ['“', '«'] as const;

/** A faulty parameter as words for a chip. */
export type FaultWords = {
  readonly parameter: string;
  /** The value, unless the reason quotes it already. */
  readonly value: string | null;
  readonly reason: string;
};

/** A fault in words, each part cut to what a chip can hold. */
export function faultWords({ parameter, value, reason }: Fault): FaultWords {
  // A reason quotes a long value only in part; its beginning tells.
  const quoted = value === '' || QUOTES.some((mark) => reason.includes(mark + value.slice(0, 30)));
  return { parameter: cut(parameter), value: quoted ? null : cut(value), reason: cut(reason) };
}

/** The name of a faulty parameter for its button: as it stands in the URL, unless it is endless or empty. */
export function faultName(fault: Fault): string {
  return fault.parameter === '' ? t('nameless parameter') : cut(fault.parameter);
}

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}

/** The search without one of its faults. */
export function withoutFault(search: ListSearch, index: number): ListSearch {
  return changeQuery({ ...search, faults: search.faults.filter((_, other) => other !== index) }, {});
}

/**
 * The search with a fault's suggestion in its value's place: the query string is written anew with the value replaced
 * and read again, so that a suggestion means exactly what it would mean in a URL.
 */
export function mendFault(search: ListSearch, index: number): ListSearch {
  const suggestion = search.faults[index]?.suggestion ?? null;
  if (suggestion === null) return search;
  const faults = search.faults.map((fault, other) =>
    other === index ? { ...fault, value: suggestion } : fault,
  );
  return parseListSearch(formatListSearch(changeQuery({ ...search, faults }, {})));
}
