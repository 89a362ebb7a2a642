import { DEFAULT_QUERY, type ListQuery } from '../../src/toloka/listSearch.ts';
import { loadPage } from '../../src/toloka/paging/loadPage.ts';
import type { Page } from '../../src/toloka/paging/page.ts';
import { createServerTraits, type ServerTraits } from '../../src/toloka/paging/serverTraits.ts';
import { formatBoundary, parseBoundary, type Boundary, type Place } from '../../src/toloka/place.ts';
import type { Ask } from '../../src/toloka/paging/answers.ts';

export type Walked = { pages: Page[]; ids: string[] };

/** More pages than any generated list has: a walk that does not end is a fault of its own. */
const ENDLESS = 400;

/**
 * Walks all pages from a place to the end in one direction. Every boundary goes through the URL's text, as it does for
 * a user; `between` runs before each page, so that a test can change the data.
 */
export async function walkPages(options: {
  ask: Ask;
  query: Partial<ListQuery>;
  place?: Place | null;
  side?: Place['side'];
  traits?: () => ServerTraits;
  between?: (page: number) => void;
}): Promise<Walked> {
  const query: ListQuery = { ...DEFAULT_QUERY, ...options.query };
  const side = options.side ?? 'after';
  const shared = createServerTraits();
  const traits = options.traits ?? (() => shared);
  const pages: Page[] = [];
  let place = options.place ?? null;
  for (;;) {
    options.between?.(pages.length);
    const page = await loadPage({ query, place, now: 0, traits: traits(), ask: options.ask });
    pages.push(page);
    const boundary = side === 'after' ? page.next : page.previous;
    if (!boundary) break;
    if (pages.length > ENDLESS) throw new Error('the walk does not end');
    place = { side, boundary: throughUrl(boundary, query) };
  }
  const ordered = side === 'after' ? pages : pages.toReversed();
  return { pages, ids: ordered.flatMap((page) => page.items.map((item) => item.id)) };
}

function throughUrl(boundary: Boundary, query: ListQuery): Boundary {
  const read = parseBoundary(formatBoundary(boundary), query.sort);
  if (!read) throw new Error(`the URL cannot hold the place ${formatBoundary(boundary)}`);
  return read;
}
