import { ENGLISH, type Speech, type Texts } from './words.ts';

/** The languages there are. A further one is a row here and its file; the compiler asks for the ways to it. */
export const LANGUAGES = {
  en: { name: 'English' },
  ru: { name: 'Русский' },
} as const satisfies Record<string, { name: string }>;

export type Language = keyof typeof LANGUAGES;

/** How to get each language's texts, null for the one that the code is written in. The page and the server each have theirs. */
export type TextLoaders = Readonly<Record<Language, (() => Promise<{ readonly default: Texts }>) | null>>;

/** The codes of all languages, first the one that the code is written in. */
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[];

/** Narrows a text to the code of a language that there is. */
export function isLanguage(code: unknown): code is Language {
  return typeof code === 'string' && Object.hasOwn(LANGUAGES, code);
}

/**
 * The first of a reader's languages (BCP 47, best first, as `navigator.languages` gives them) that there is, and its tag
 * with the region; English when there is none.
 */
export function preferredLanguage(tags: readonly string[]): { language: Language; tag: string } {
  for (const tag of tags) {
    const language = tag.toLowerCase().split('-', 1)[0];
    if (isLanguage(language)) return { language, tag };
  }
  return { language: 'en', tag: 'en' };
}

/** How a language is spoken to a reader of a region (`tag`, BCP 47); `texts` are its file's, null for English. */
export function speechOf(language: Language, tag: string, texts: Texts | null): Speech {
  if (texts === null) return { ...ENGLISH, dayFirst: !MONTH_FIRST.test(tag) };
  const parts = new Intl.NumberFormat(language).formatToParts(12345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value;
  const rules = new Intl.PluralRules(language);
  return {
    language,
    texts,
    group: sign('group') ?? ENGLISH.group,
    decimal: sign('decimal') ?? ENGLISH.decimal,
    dayFirst: true,
    pluralForm: (count) => rules.select(count),
  };
}

/** English of regions that write `Nov 20`: by CLDR the United States, and what follows their ways. */
const MONTH_FIRST = /^en-(?:US|PH|PR|GU|AS|VI|UM|MP)$/i;
