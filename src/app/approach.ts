import { fetchPage } from './pageCode.ts';
import { savesData } from './ui/parts.ts';

/** How long somebody rests on a link before its page is fetched, in ms: whoever passes over fetches nothing. */
const APPROACH_MS = 80;

/**
 * Fetches the code of the page that a link leads to when somebody rests on it by pointer or key; not for those who save
 * data. Its data are not fetched ahead: a row is all that its operation's page begins with, an ended one never asks for
 * more, and one that still runs is asked for as soon as the page is there, which is not before one could see it. Gives back what ends it.
 */
export function fetchOnApproach(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const approach = ({ target }: Event) => {
    clearTimeout(timer);
    const link = target instanceof Element ? target.closest('a') : null;
    if (!link || link.origin !== location.origin || savesData()) return;
    timer = setTimeout(() => fetchPage(link), APPROACH_MS);
  };
  document.addEventListener('pointerover', approach, { passive: true });
  document.addEventListener('focusin', approach);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('pointerover', approach);
    document.removeEventListener('focusin', approach);
  };
}
