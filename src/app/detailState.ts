import type { Place } from '../toloka/place.ts';
import { pageOfPath } from './routes.ts';

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

type Address = Pick<Location, 'pathname' | 'search'>;

/** Whether the way `from` a list `to` a page, which hands over `state`, is that of a row to its operation. */
export function isRowsWay(from: Address, to: Address, state: unknown): boolean {
  const detail = readDetailState(state);
  return (
    detail !== null &&
    detail.step === undefined &&
    pageOfPath(from.pathname, from.search) === 'list' &&
    pageOfPath(to.pathname, to.search) === 'detail'
  );
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
