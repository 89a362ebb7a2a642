import type { QueryClient } from '@tanstack/react-query';
import { askAhead } from './askAhead.ts';
import { pageOfPath, type PageName } from './routes.ts';
import { ahead, fetchPart } from './ui/parts.ts';

/** The code of the pages that an address can name. */
export const LOADS = {
  list: ahead(() => import('./list/ListPage.tsx')),
  detail: ahead(() => import('./detail/DetailPage.tsx')),
  compare: () => import('./compare/ComparePage.tsx'),
} satisfies Record<PageName, () => Promise<object>>;

/**
 * Asks for the code of the page that the address names, before anything is rendered. What fails here is told by the page's
 * own `Later`, which asks once more.
 */
export function fetchPage({ pathname, search }: Pick<Location, 'pathname' | 'search'> = location): void {
  const page = pageOfPath(pathname, search);
  if (page) fetchPart(LOADS[page]).catch(() => {});
}

/** How long the first drawing waits for what is on its way, in ms: on a slow line something has to be seen meanwhile. */
const PATIENCE_MS = 500;

/**
 * Settles when it is time to draw the page that the address names for the first time: its code has come, and its rows are
 * read where the browser has them already, as the page's head had it ask for them. A list that is drawn without them is
 * drawn again a moment later, which doubles what a slow machine has to do before the first row.
 */
export async function timeToDraw(client: QueryClient): Promise<void> {
  await Promise.race([whatHasCome(client).catch(() => {}), new Promise((r) => setTimeout(r, PATIENCE_MS))]);
}

async function whatHasCome(client: QueryClient): Promise<void> {
  const { pathname, search } = location;
  const page = pageOfPath(pathname, search);
  const read = async () => page === 'list' && hasAnswer() && (await askAhead(client, location));
  // The answer is read while the page's code is being run, which may take longer than the answer did.
  const reading = read();
  if (page) await fetchPart(LOADS[page]);
  if ((await reading) === false) await read();
}

/** Whether a good answer of the API is there. Not every browser tells its status; then it is read in its own time. */
function hasAnswer(): boolean {
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return loaded.some(({ name, responseStatus }) => name.includes('/api/v1/') && responseStatus === 200);
}
