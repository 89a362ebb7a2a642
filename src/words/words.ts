import type russian from './ru.json';

/** Every text there is: the Russian file has to hold them all. */
type Catalog = typeof russian;

/**
 * Every text that a person reads is written in English where it is shown, and goes through `t` or `plural`. A further
 * language is one file, `ru.json` for Russian, from the English text to its own; the compiler refuses an English text that
 * the file does not hold. What follows `##` in a text tells apart two that read alike in English; it is never shown.
 */
export type Text = { [K in keyof Catalog]: Catalog[K] extends string ? K : never }[keyof Catalog];

/** A text with a number in it, `{n}`, that other languages write in several forms. */
export type CountedText = Exclude<keyof Catalog, Text>;

/** What takes the place of `{name}` in a text. */
export type Values = Readonly<Record<string, string | number>>;

/** A language's texts by the English ones, as its file holds them; counted ones by CLDR's names of plural forms. */
export type Texts = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** How a language writes what is not a text. */
export type Speech = {
  /** BCP 47, as `html lang` says it. */
  readonly language: string;
  /** Null for English, whose texts stand in the code. */
  readonly texts: Texts | null;
  /** What stands between thousands. */
  readonly group: string;
  /** What stands before the fraction. */
  readonly decimal: string;
  /** Whether a day goes before its month. */
  readonly dayFirst: boolean;
  /** CLDR's name of the plural form that goes with a number. */
  readonly pluralForm: (count: number) => string;
};

/** English as it is written where no reader's own habits are known. */
export const ENGLISH: Speech = {
  language: 'en',
  texts: null,
  group: ',',
  decimal: '.',
  dayFirst: true,
  pluralForm: (count) => (count === 1 ? 'one' : 'other'),
};

let spoken = ENGLISH;

/** Sets the language of all further texts; before the first is made, once in the life of a page. */
export function speak(speech: Speech): void {
  spoken = speech;
}

/** The language that texts are made in now. */
export function speech(): Speech {
  return spoken;
}

/** A text in the reader's language, its `{names}` filled in. Never at the top of a module: the language comes later. */
export function t(text: Text, values?: Values): string {
  return translate(spoken, text, values);
}

/**
 * A text that holds a number: `one` is the English singular, `many` the other form, in which `{n}` is the number. Numbers
 * are written with their thousands told apart.
 */
export function plural(count: number, one: string, many: CountedText, values?: Values): string {
  return translateCounted(spoken, count, { one, many }, values);
}

/** `t` in a language that is given, for who answers readers of several. */
export function translate({ texts }: Speech, text: Text, values?: Values): string {
  const found = texts?.[text];
  return fill(typeof found === 'string' ? found : bare(text), values);
}

function translateCounted(
  { texts, pluralForm, group }: Speech,
  count: number,
  english: { readonly one: string; readonly many: CountedText },
  values?: Values,
): string {
  const forms = texts?.[english.many];
  const found = typeof forms === 'object' ? (forms[pluralForm(count)] ?? forms['other']) : undefined;
  const text = found ?? bare(count === 1 ? english.one : english.many);
  return fill(text, { n: grouped(count, group), ...values });
}

/** A whole number with its thousands told apart by `group`. */
export function grouped(count: number, group: string): string {
  // By hand: to compile a pattern for it takes longer than all else that a list's head says.
  let rest = String(count);
  let written = '';
  while (rest.length > 3 && rest.at(-4) !== '-') {
    written = group + rest.slice(-3) + written;
    rest = rest.slice(0, -3);
  }
  return rest + written;
}

function bare(text: string): string {
  const mark = text.indexOf('##');
  return mark < 0 ? text : text.slice(0, mark);
}

function fill(text: string, values: Values | undefined): string {
  return values ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) : text;
}
