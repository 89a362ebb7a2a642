import type { Page } from '../../toloka/paging/page.ts';
import { LIST_PACE } from '../api/polling.ts';
import { isTerminal } from '../../toloka/vocabulary.ts';
import { t } from '../../words/words.ts';

/** How often a page is asked for by itself, in words: quick while it shows an operation that may still change. */
export function paceWords(page: Page | undefined): string {
  const live = page?.items.some((item) => !isTerminal(item.status)) ?? true;
  return t('every {n} s', { n: (live ? LIST_PACE.liveMs : LIST_PACE.idleMs) / 1000 });
}
