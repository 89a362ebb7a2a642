import { BOUND_PARAMETERS, MAX_LIMIT, type SortDirection } from '../filters.ts';
import { writeQueryString } from '../formatSearch.ts';
import type { Operation, OperationList } from '../operation.ts';
import { formatSort, type TimeSortKey } from '../sort.ts';
import { isKnownStatus } from '../vocabulary.ts';
import { absentPossible, type Scope } from './scope.ts';
import type { ServerTraits } from './serverTraits.ts';

/** Asks the list's endpoint with a query string of the API's own parameters. */
export type Ask = (search: string) => Promise<OperationList>;

/** What one request of a page says: where the rows are, in which order, how many. */
export type Question = {
  readonly scope: Scope;
  readonly keys: readonly TimeSortKey[];
  /** Direction of the ID, which every question is sorted by last; null for a probe that needs no total order. */
  readonly id: SortDirection | null;
  readonly limit: number;
};

/** Writes a question as the query string that the API takes. */
export function questionSearch({ scope, keys, id, limit }: Question): string {
  const bounds = [...BOUND_PARAMETERS.values()].flatMap(({ name }) => {
    const value = scope.bounds[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return writeQueryString([
    ...(scope.type === null ? [] : [['type', scope.type] as const]),
    ...(scope.status === null ? [] : [['status', scope.status] as const]),
    ...bounds,
    ['sort', formatSort(id === null ? keys : [...keys, { field: 'id', direction: id }])],
    ['limit', String(Math.min(MAX_LIMIT, Math.max(1, limit)))],
  ]);
}

/** Asks a question and learns from the answer what the API does not promise. */
export async function askAndLearn(
  ask: Ask,
  traits: ServerTraits,
  question: Question,
): Promise<OperationList> {
  const answer = await ask(questionSearch(question));
  for (const { status } of answer.items)
    if (status !== '' && !isKnownStatus(status)) traits.statuses.add(status);
  learnPlacement(traits, question, answer.items);
  return answer;
}

/** Two neighbours that tie on all keys before `finished`, one with and one without it, show where the absent sort. */
function learnPlacement(traits: ServerTraits, question: Question, items: readonly Operation[]): void {
  const index = question.keys.findIndex((key) => key.field === 'finished');
  const key = question.keys[index];
  if (!key || !absentPossible({ ...question.scope, rows: 'all' })) return;
  for (const [at, row] of items.entries()) {
    const next = items[at + 1];
    if (!next || (row.finished === null) === (next.finished === null)) continue;
    if (question.keys.slice(0, index).every(({ field }) => row[field] === next[field])) {
      traits.absentFinished[key.direction] = row.finished === null ? 'first' : 'last';
      return;
    }
  }
}
