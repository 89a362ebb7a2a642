import { changeQuery } from '../../../toloka/formatSearch.ts';
import type { ListQuery, ListSearch } from '../../../toloka/listSearch.ts';
import {
  isTerminal,
  KNOWN_STATUSES,
  KNOWN_TYPES,
  statusLabel,
  typeLabel,
} from '../../../toloka/vocabulary.ts';
import { t, type Text } from '../../../words/words.ts';

/** The lists of codes in a query; a new one must find its row in `CHOICES`. */
type CodeList = {
  [Key in keyof ListQuery]: ListQuery[Key] extends readonly string[] ? Key : never;
}[keyof ListQuery];

type ChoiceFacts = {
  readonly label: Text;
  /** Its name in the URL. */
  readonly parameter: string;
  readonly known: readonly string[];
  readonly inWords: (code: string) => string;
  /** Sets of codes that are one click away. */
  readonly quick: readonly { readonly label: Text; readonly codes: readonly string[] }[];
};

/** The filters that take any of several codes, in the order of the bar. */
export const CHOICES = {
  statuses: {
    label: 'Status',
    parameter: 'status',
    known: KNOWN_STATUSES,
    inWords: statusLabel,
    quick: [{ label: 'Not finished yet', codes: KNOWN_STATUSES.filter((code) => !isTerminal(code)) }],
  },
  types: { label: 'Type', parameter: 'type', known: KNOWN_TYPES, inWords: typeLabel, quick: [] },
} as const satisfies Record<CodeList, ChoiceFacts>;

export type ChoiceName = keyof typeof CHOICES;
export const CHOICE_NAMES = Object.keys(CHOICES) as ChoiceName[];

/** One checkbox of a choice. */
export type Option = { readonly code: string; readonly words: string; readonly known: boolean };

/** The options of a choice: all that this version knows, then those that only the URL names. */
export function optionsOf(name: ChoiceName, chosen: readonly string[]): Option[] {
  const { known, inWords }: ChoiceFacts = CHOICES[name];
  const foreign = chosen.filter((code) => !known.includes(code));
  return [
    ...known.map((code) => ({ code, words: inWords(code), known: true })),
    ...foreign.map((code) => ({ code, words: code, known: false })),
  ];
}

/** The search with exactly these codes in place of whatever the parameter said. */
export function chooseCodes(search: ListSearch, name: ChoiceName, codes: readonly string[]): ListSearch {
  return changeQuery(search, { [name]: inTableOrder(name, codes) }, [CHOICES[name].parameter]);
}

/** Codes in the order of the choice's options. */
export function inTableOrder(name: ChoiceName, codes: readonly string[]): readonly string[] {
  return optionsOf(name, codes)
    .map((option) => option.code)
    .filter((code) => codes.includes(code));
}

/** The chosen codes in words, short: `Running, Failed`; from four on `Pending, Running and 2 more`; empty for any. */
export function choiceWords(name: ChoiceName, chosen: readonly string[]): string {
  const words = chosen.map(CHOICES[name].inWords);
  return words.length <= 3
    ? words.join(', ')
    : t('{list} and {n} more', { list: words.slice(0, 2).join(', '), n: words.length - 2 });
}
