import type { Page } from '../../toloka/paging/page.ts';
import { plural } from '../../words/words.ts';
import { extentOf } from './places.ts';

/** How many operations a page shows and whether that is all, as a sentence that stands alone. */
export function countWords(page: Page): string {
  const count = page.items.length;
  switch (extentOf(page)) {
    case 'incomplete':
      return plural(count, '{n} operation shown, incomplete', '{n} operations shown, incomplete');
    case 'more':
      return plural(count, '{n} operation shown, more follow', '{n} operations shown, more follow');
    case 'last':
      return plural(count, '{n} operation shown, the last ones', '{n} operations shown, the last ones');
    case 'all':
      return plural(count, '{n} operation shown', '{n} operations shown');
  }
}
