import { useEffect, useState } from 'react';
import { formatListSearch } from '../../toloka/formatSearch.ts';
import type { ListSearch } from '../../toloka/listSearch.ts';
import { afterFrame } from '../ui/afterFrame.ts';

/** How wide a window is in which each line over the rows of the bare list takes one, in whatever language and font, in px. */
const BARE_PX = 1280;
/** By how much more, at most, a letter of the query string makes the bar of filters wider that shows it, in px. */
const LETTER_PX = 10;

/** Whether a list was drawn since the page was loaded. */
let warm = false;

/**
 * Whether it is time for the filters and the line over the rows. On a freshly loaded page they come behind the frame that
 * shows the first rows: drawn with them, they had a slow machine show those a tenth later. That is where their room is known,
 * so that they move nothing: one line each.
 */
export function useOverRows(search: ListSearch): boolean {
  const [there, come] = useState(() => warm || !takeOneLine(search));
  useEffect(() => {
    warm = true;
    // Before the other rows, which are drawn as a transition.
    return there ? undefined : afterFrame(() => come(true));
  }, [there]);
  return there;
}

function takeOneLine(search: ListSearch): boolean {
  const width = BARE_PX + LETTER_PX * formatListSearch(search).length;
  return search.faults.length === 0 && matchMedia(`(min-width: ${width}px)`).matches;
}
