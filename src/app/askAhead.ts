import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { parseListSearch } from '../toloka/parseSearch.ts';
import { pageQuery } from './api/queries.ts';
import { environmentOfPath } from './links.ts';
import { pageOfPath } from './routes.ts';

/** What was asked for last. */
let asked: QueryKey | undefined;

/**
 * Asks for the rows that an address shows, before anything is drawn of it; nothing where it shows none, or where they are
 * there and new. Settles when they are read. What fails is told by the list, which asks once more. Who changes his mind
 * before anything of it is drawn no longer waits for it, and the API is spared.
 */
export async function askAhead(
  client: QueryClient,
  { pathname, search: text }: Pick<Location, 'pathname' | 'search'>,
): Promise<void> {
  const environment = pageOfPath(pathname, text) === 'list' ? environmentOfPath(pathname) : null;
  if (environment === null) return;
  const { query, place, paused, faults } = parseListSearch(text);
  if (faults.length > 0 || query.find !== null) return;
  const page = pageQuery(environment, query, place, paused);
  const before = asked;
  asked = page.queryKey;
  if (before && hashKey(before) !== hashKey(page.queryKey))
    void client.cancelQueries({ queryKey: before, exact: true, type: 'inactive' });
  await client.prefetchQuery(page);
}
