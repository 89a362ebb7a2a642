import type { TextLoaders } from '../words/languages.ts';

/** The texts of each language, as files of the page. */
export const TEXTS: TextLoaders = { en: null, ru: () => import('../words/ru.json') };
