import { pageOfPath, readPath } from '../app/routes.ts';
import { endpointPath, isOperationId } from '../toloka/endpoints.ts';
import { loadPage } from '../toloka/paging/loadPage.ts';
import { createServerTraits } from '../toloka/paging/serverTraits.ts';
import { parseListSearch } from '../toloka/parseSearch.ts';

/**
 * What the page at an address will ask first, as the path and query of this server's own API; null where it asks
 * nothing or more than one plain question. The list's address is its query already, so the browser can ask while the
 * code still loads. `now` (epoch ms) is what relative dates are resolved at; the page has to use the same.
 */
export function firstRequest(url: string, environments: readonly string[], now: number): string | null {
  const [path = '', search = ''] = url.split('?', 2);
  const page = pageOfPath(path, search);
  const { environment = '', id = null } = readPath(path) ?? {};
  if (!environments.includes(environment) || page === null || page === 'compare') return null;
  if (id !== null) {
    return isOperationId(id) ? `/${environment}${endpointPath({ kind: 'operation', id })}` : null;
  }
  const asked = firstQuestion(search, now);
  return asked === null ? null : `/${environment}${endpointPath({ kind: 'list' })}?${asked}`;
}

/** The search of the one question that a plain first page is; found by beginning to load it as the page does. */
function firstQuestion(search: string, now: number): string | null {
  const { query, place, faults } = parseListSearch(search);
  if (faults.length > 0 || query.find !== null) return null;
  let asked: string | null = null;
  const unanswered = new Promise<never>(() => {});
  void loadPage({
    query,
    place,
    now,
    traits: createServerTraits(),
    headroom: 0,
    concernsAll: () => true,
    ask: (text) => {
      asked ??= text;
      return unanswered;
    },
  });
  return asked;
}
