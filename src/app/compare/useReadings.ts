import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { isOperationId } from '../../toloka/endpoints.ts';
import type { Operation } from '../../toloka/operation.ts';
import { asFailure, type RequestFailure } from '../api/failure.ts';
import { askByHand } from '../api/freshness.ts';
import { operationQuery } from '../api/operationQuery.ts';

/** What is known of one of the operations. */
export type Reading = {
  readonly id: string;
  /** False where no operation can have this ID, so that nothing is asked. */
  readonly possible: boolean;
  readonly operation: Operation | null;
  /** Why there is nothing, or nothing newer. */
  readonly failure: RequestFailure | null;
  readonly retry: () => void;
};

/** Asks for each of the operations until it has ended, as its own page does, with the same answers. */
export function useReadings(environment: string, ids: readonly string[]): readonly Reading[] {
  const client = useQueryClient();
  const possible = ids.filter(isOperationId);
  const answers = useQueries({
    queries: possible.map((id) => operationQuery(environment, id, client)),
    combine: dataAndErrors,
  });
  const [failed, setFailed] = useState<ReadonlyMap<string, Error>>(new Map());
  const news = possible.flatMap((id, at) => {
    const error = answers[at]?.error;
    return error && failed.get(id) !== error ? [[id, error] as const] : [];
  });
  // Without data, react-query forgets the error as soon as it asks again; a column must not change twice with each try.
  if (news.length > 0) setFailed(new Map([...failed, ...news]));
  return useMemo(
    () =>
      ids.map((id) => {
        const { data = null, error = null } = answers[ids.filter(isOperationId).indexOf(id)] ?? {};
        const failure = error ?? (data ? null : (failed.get(id) ?? null));
        const { queryKey } = operationQuery(environment, id, client);
        return {
          id,
          possible: isOperationId(id),
          operation: data,
          failure: failure && asFailure(failure),
          retry: () =>
            void askByHand(client, queryKey, () => client.refetchQueries({ queryKey, exact: true })),
        };
      }),
    [environment, ids, client, answers, failed],
  );
}

type Answer = { readonly data: Operation | undefined; readonly error: Error | null };

/** Only these two are read: whatever else changes with each poll renders nobody. */
function dataAndErrors(results: readonly Answer[]): readonly Answer[] {
  return results.map(({ data, error }) => ({ data, error }));
}
