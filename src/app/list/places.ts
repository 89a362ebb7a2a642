import type { Page } from '../../toloka/paging/page.ts';
import { type Text } from '../../words/words.ts';

/** Whether a page is all there is, as far as that is known. Never of how many: the API has no total. */
export function extentOf(page: Page): 'incomplete' | 'more' | 'all' | 'last' {
  if (page.missing) return 'incomplete';
  if (page.next !== null) return 'more';
  return page.previous === null ? 'all' : 'last';
}

const COUNT_TEXTS = {
  incomplete: '{n} shown, incomplete',
  more: '{n} shown, more follow',
  all: '{n} shown',
  last: '{n} shown, the last ones',
} as const satisfies Record<ReturnType<typeof extentOf>, Text>;

/** How many rows are shown (`{n}`) and whether that is all, short. */
export function countText(page: Page): Text {
  return COUNT_TEXTS[extentOf(page)];
}
