/** Every href of the app is built in this file and nowhere else. */
import { formatListSearch } from '../toloka/formatSearch.ts';
import type { ListSearch } from '../toloka/listSearch.ts';
import { readPath } from './routes.ts';

/** The list of an environment, as a view: same href, same rows, on any machine. */
export function listHref(environment: string, search?: ListSearch): string {
  return withSearch(`/${encodeURIComponent(environment)}/operations`, search ? formatListSearch(search) : '');
}

/** One operation's page. `search` is a query string without `?`. */
export function operationHref(environment: string, id: string, search = ''): string {
  return withSearch(`/${encodeURIComponent(environment)}/operations/${encoded(id)}`, search);
}

/** A text that may hold half a character, which `encodeURIComponent` throws at. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
}

/** Operations side by side, the first one being what the others are held against. */
export function compareHref(environment: string, ids: readonly string[]): string {
  const search = new URLSearchParams(ids.map((id) => ['id', id]));
  return withSearch(`/${encodeURIComponent(environment)}/operations/compare`, search.toString());
}

/** The environment that a path of the app names, or null. */
export function environmentOfPath(path: string): string | null {
  return readPath(path)?.environment ?? null;
}

/** The operation that a path of the app is the page of, or null. */
export function operationOfPath(path: string): { readonly environment: string; readonly id: string } | null {
  const { environment = '', id = null, deeper = true } = readPath(path) ?? {};
  return id === null || deeper ? null : { environment, id };
}

/** Whether a path of the app is a list, and not an operation's page or something else. */
export function isListPath(path: string): boolean {
  return readPath(path)?.id === null;
}

function withSearch(path: string, search: string): string {
  return search === '' ? path : `${path}?${search}`;
}
