import type { IncomingMessage } from 'node:http';
import { preferredLanguage, speechOf, type Language, type TextLoaders } from '../words/languages.ts';
import { ENGLISH, type Speech } from '../words/words.ts';

/** Longer headers are no reader's; each of their parts would be looked at. */
const MOST_LANGUAGES = 32;

/**
 * The language tags of an `Accept-Language` header (RFC 9110, 12.5.4), the most wanted first. `*` and what is not wanted
 * (`q=0`) are left out, and so is what cannot be read.
 */
export function acceptedLanguages(header = ''): readonly string[] {
  const ranges = header.split(',', MOST_LANGUAGES).flatMap((range) => {
    const [, tag, weight = '1'] = /^\s*([a-z\d-]+)\s*(?:;\s*q=(\d(?:\.\d{0,3})?)\s*)?$/i.exec(range) ?? [];
    return tag === undefined || Number(weight) === 0 ? [] : [{ tag, weight: Number(weight) }];
  });
  return ranges.toSorted((a, b) => b.weight - a.weight).map(({ tag }) => tag);
}

/** The language, of those that there are, that a browser asks for. */
export function languageOf({ headers }: Pick<IncomingMessage, 'headers'>): Language {
  return preferredLanguage(acceptedLanguages(headers['accept-language'])).language;
}

/** Said to be JSON, unlike in the page: Vite reads this file by Node, when it takes in its configuration. */
const TEXTS: TextLoaders = { en: null, ru: () => import('../words/ru.json', { with: { type: 'json' } }) };

const speeches = new Map<Language, Promise<Speech>>();

/** How to speak to the person behind a request. A language's texts are read when somebody first asks for it. */
export function speechFor(req: Pick<IncomingMessage, 'headers'>): Promise<Speech> {
  const language = languageOf(req);
  const speech = speeches.get(language) ?? readSpeech(language);
  speeches.set(language, speech);
  return speech;
}

async function readSpeech(language: Language): Promise<Speech> {
  const load = TEXTS[language];
  try {
    return speechOf(language, language, load && (await load()).default);
  } catch {
    // A later build may have removed the file: a page in another language beats none.
    return ENGLISH;
  }
}
