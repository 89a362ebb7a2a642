import { preferredLanguage, speechOf } from '../words/languages.ts';
import { speak } from '../words/words.ts';
import { settings } from './settings.ts';
import { TEXTS } from './texts.ts';

/** How long a page waits for its texts, in ms. */
const PATIENCE_MS = 5000;

/**
 * Sets the language of the page before anything is rendered: the chosen one, else the first of the browser's that there is.
 * Resolves at once for English; where another language's texts cannot be fetched in time, the page is in English.
 */
export async function speakFirst(): Promise<void> {
  const { language, tag } = chosenLanguage();
  const load = TEXTS[language];
  try {
    speak(speechOf(language, tag, load && (await inTime(load())).default));
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

function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS, new Error('not in time')));
  return Promise.race([promise, late]);
}
