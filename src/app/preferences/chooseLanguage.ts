import type { Language } from '../../words/languages.ts';
import { changeSettings, settingsKept } from '../settings.ts';

/** How long somebody rests on a language that the arrow keys have come to before it counts, in ms: they may pass on. */
const REST_MS = 700;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Keeps a language (null for the browser's own) and loads the page anew in it. Where the browser keeps nothing the page would
 * come back as it was, so it stays.
 */
export function chooseLanguage(language: Language | null, { byPointer }: { byPointer: boolean }): void {
  changeSettings({ language });
  clearTimeout(timer);
  if (settingsKept()) timer = setTimeout(() => location.reload(), byPointer ? 0 : REST_MS);
}
