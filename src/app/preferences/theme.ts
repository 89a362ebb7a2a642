import type { Theme } from '../settings.ts';

/**
 * Lights the page as chosen: the tokens' `color-scheme` and the colour of the browser's own frame. The same as the script in
 * the head of index.html, which does it before anything is painted. The system's own theme is followed by the styles alone.
 */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[data-scheme]')) {
    const { scheme } = meta.dataset;
    if (theme === 'system') meta.media = `(prefers-color-scheme: ${scheme})`;
    else meta.media = scheme === theme ? 'all' : 'not all';
  }
}
