import { LANGUAGES, preferredLanguage, speechOf } from '../words/languages.ts';
import { speak } from '../words/words.ts';
import { settings } from './settings.ts';

/**
 * Sets the language of the page before anything is rendered: the chosen one, else the first of the browser's that there is.
 * Resolves at once for English; where another language's texts cannot be fetched, the page is in English.
 */
export async function speakFirst(): Promise<void> {
  const { language, tag } = chosenLanguage();
  const { load } = LANGUAGES[language];
  try {
    speak(speechOf(language, tag, load && (await load()).default));
    document.documentElement.lang = language;
  } catch {
    // A page in another language beats none; a reload asks again.
    speak(speechOf('en', 'en', null));
  }
}

function chosenLanguage() {
  const tags = navigator.languages;
  const chosen = settings().language;
  if (chosen === null) return preferredLanguage(tags);
  const own = tags.filter((tag) => tag.toLowerCase().split('-', 1)[0] === chosen);
  return { language: chosen, tag: own[0] ?? chosen };
}
