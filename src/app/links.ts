import { matchPath } from 'react-router-dom';
import { formatListSearch } from '../toloka/formatSearch.ts';
import type { ListSearch } from '../toloka/listSearch.ts';

/** Route patterns; every href of the app is built in this file and nowhere else. */
export const ROUTES = {
  home: '/',
  list: '/:environment/operations',
  detail: '/:environment/operations/:id',
} as const;

/** The list of an environment, as a view: same href, same rows, on any machine. */
export function listHref(environment: string, search?: ListSearch): string {
  return withSearch(`/${encodeURIComponent(environment)}/operations`, search ? formatListSearch(search) : '');
}

/** One operation's page. `search` is a query string without `?`. */
export function operationHref(environment: string, id: string, search = ''): string {
  return withSearch(`/${encodeURIComponent(environment)}/operations/${encodeURIComponent(id)}`, search);
}

/** The environment that a path of the app names, or null. */
export function environmentOfPath(path: string): string | null {
  return matchPath({ path: ROUTES.list, end: false }, path)?.params.environment ?? null;
}

/** Whether a path of the app is a list, and not an operation's page or something else. */
export function isListPath(path: string): boolean {
  return matchPath({ path: ROUTES.list, end: true }, path) !== null;
}

function withSearch(path: string, search: string): string {
  return search === '' ? path : `${path}?${search}`;
}

/** What a list hands to a detail page through the history entry, so that "Back" returns to the same view. */
export type DetailState = { readonly listSearch: string };

/** Reads `DetailState` from a history entry, which may hold anything (an older version's, another app's). */
export function readDetailState(state: unknown): DetailState | null {
  if (typeof state !== 'object' || state === null || !('listSearch' in state)) return null;
  return typeof state.listSearch === 'string' ? { listSearch: state.listSearch } : null;
}
