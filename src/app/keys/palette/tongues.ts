import { TEXTS } from '../../texts.ts';
import { LANGUAGE_CODES, speechOf, type Language } from '../../../words/languages.ts';
import { speak, speech, type Speech } from '../../../words/words.ts';

/** What `call` makes when the page's language is another one for a moment. `call` must not wait for anything. */
export function inLanguage<Made>(other: Speech, call: () => Made): Made {
  const own = speech();
  speak(other);
  try {
    return call();
  } finally {
    speak(own);
  }
}

/** Fetches a language that is not the page's own. Rejects when its texts do not come. */
export async function fetchSpeech(language: Language): Promise<Speech> {
  const load = TEXTS[language];
  return speechOf(language, language, load && (await load()).default);
}

/** The languages other than the page's own. */
export function otherLanguages(): Language[] {
  return LANGUAGE_CODES.filter((code) => code !== speech().language);
}
