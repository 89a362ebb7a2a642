/** Every href of the app is built in this file and nowhere else. */
import { matchPath } from 'react-router-dom';
import { formatListSearch } from '../toloka/formatSearch.ts';
import type { ListSearch } from '../toloka/listSearch.ts';
import type { Place } from '../toloka/place.ts';
import { ROUTES } from './routes.ts';

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
  return matchPath({ path: ROUTES.list, end: false }, path)?.params.environment ?? null;
}

/** The operation that a path of the app is the page of, or null. */
export function operationOfPath(path: string): { readonly environment: string; readonly id: string } | null {
  const { environment, id } = matchPath(ROUTES.detail, path)?.params ?? {};
  return environment === undefined || id === undefined ? null : { environment, id };
}

/** Whether a path of the app is a list, and not an operation's page or something else. */
export function isListPath(path: string): boolean {
  return matchPath({ path: ROUTES.list, end: true }, path) !== null;
}

function withSearch(path: string, search: string): string {
  return search === '' ? path : `${path}?${search}`;
}

/** What a list hands to a detail page through the history entry: the way back, and the order to walk in. */
export type DetailState = {
  /** The list's query string, place included: "Back" returns to that view. */
  readonly listSearch: string;
  /**
   * The IDs of the rows as they stood, for a list that cannot be asked for one row more: what a text was found in
   * (`find`). Kept with the history entry, so that a reload knows them too.
   */
  readonly among?: readonly string[];
  /** On which side one left the operation that one came from, which tells where the focus belongs. */
  readonly step?: Place['side'];
};

/** Reads `DetailState` from a history entry, which may hold anything (an older version's, another app's). */
export function readDetailState(state: unknown): DetailState | null {
  if (typeof state !== 'object' || state === null || !('listSearch' in state)) return null;
  const { listSearch } = state;
  if (typeof listSearch !== 'string') return null;
  const among = 'among' in state && isTextList(state.among) ? state.among : null;
  const step = 'step' in state && (state.step === 'before' || state.step === 'after') ? state.step : null;
  return { listSearch, ...(among && { among }), ...(step && { step }) };
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
