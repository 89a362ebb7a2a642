import { changeQuery, writeQueryString } from '../../../toloka/formatSearch.ts';
import type { Fault, ListSearch } from '../../../toloka/listSearch.ts';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import { CHOICES, inTableOrder, type ChoiceName, type Option } from './choices.ts';

/** The options that contain a text in their words or their code, letter case aside. */
export function matchingOptions(options: readonly Option[], text: string): Option[] {
  const wanted = text.trim().toLowerCase();
  return options.filter(
    ({ code, words }) => words.toLowerCase().includes(wanted) || code.toLowerCase().includes(wanted),
  );
}

/**
 * The search with one code more, or with one less. The order is that of the table, so that the same choice is the
 * same URL. Faulty values of the parameter stay, unless they were all there was: then the pick answers for them.
 */
export function toggleCode(search: ListSearch, name: ChoiceName, code: string): ListSearch {
  const chosen = search.query[name];
  const next = chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];
  return changeQuery(
    search,
    { [name]: inTableOrder(name, next) },
    chosen.length === 0 ? [CHOICES[name].parameter] : [],
  );
}

/** Whether two choices are the same, whatever their order. */
export function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((code) => b.includes(code));
}

/** Reads a code that somebody typed. The codec of the URL is the judge, so that nothing faulty can be added. */
export function readTypedCode(name: ChoiceName, text: string): { readonly code: string } | Fault {
  const code = text.trim().toUpperCase();
  const { query, faults } = parseListSearch(writeQueryString([[CHOICES[name].parameter, code]]));
  return faults[0] ?? { code: query[name][0] ?? code };
}
