import type { PageReading } from '../../toloka/paging/page.ts';
import { saySame } from '../api/failure.ts';

/** A page of the list's query cache: `view` names it, `question` names what it is a page of. */
type Source = { readonly view: string; readonly question: string };

/** What was last known, carried from one state of the query to the next. */
export type Kept = {
  readonly page: (Source & { readonly data: PageReading }) | null;
  readonly failure: { readonly view: string; readonly error: Error } | null;
};

export const NOTHING_KEPT: Kept = { page: null, failure: null };

/**
 * What to go on showing, given the query's present state. Rows stay while another page of the same question loads or
 * fails to, and never under another question. A failure stays until there is an answer, or one that says something else:
 * without data, react-query forgets the error as soon as it asks again. Returns `before` itself when nothing has changed.
 */
export function keep(
  before: Kept,
  {
    view,
    question,
    data,
    error,
  }: Source & { readonly data: PageReading | undefined; readonly error: Error | null },
): Kept {
  const page = data ? { view, question, data } : before.page?.question === question ? before.page : null;
  const old = before.failure?.view === view ? before.failure : null;
  const failed = error && (old && saySame(old.error, error) ? old : { view, error });
  const failure = failed ?? (data ? null : old);
  const same =
    page?.data === before.page?.data &&
    page?.view === before.page?.view &&
    page?.question === before.page?.question &&
    failure?.error === before.failure?.error &&
    failure?.view === before.failure?.view;
  return same ? before : { page, failure };
}
