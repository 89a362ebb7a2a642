import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { sameReading, type Operation } from '../../toloka/operation.ts';
import { isTerminal } from '../../toloka/vocabulary.ts';
import { RequestFailure } from './failure.ts';
import { beginAsking, readAt } from './freshness.ts';
import { operationKey } from './keys.ts';
import { operationInterval } from './operationPolling.ts';
import { listedReading, takeInOperation } from './operationReadings.ts';
import { isOverdue } from './overdue.ts';
import type { Polled } from './polling.ts';
import { readOperation } from './readOperation.ts';
import { requestAnswer, type JsonAnswer } from './request.ts';
import { rememberFailedRequest } from './requestIds.ts';

/**
 * One operation. Begins with what a list already showed of it; polls until it is terminal (1 s, stretching to 15 s),
 * then never again by itself.
 */
export function operationQuery(environment: string, id: string, client: QueryClient) {
  const listed = listedReading(client, environment, id);
  return queryOptions({
    queryKey: operationKey(environment, id),
    queryFn: async ({ signal, client: cache, queryKey }) => {
      const asking = beginAsking(cache, queryKey, Date.now());
      const { fresh } = asking;
      const answer = await askRemembered(environment, id, { signal, fresh });
      asking.heard(answer.at);
      const operation = readOperation(answer, id);
      return takeInOperation(cache, environment, { operation, at: asking.end() });
    },
    structuralSharing: (before, next) => shareOperation(before as Operation | undefined, next as Operation),
    // A failed Refresh makes react-query take even an ended operation for stale, so each way to ask says no by itself.
    staleTime: (query) => (hasEnded(query.state.data) ? Infinity : 0),
    refetchOnMount: (query) => !hasEnded(query.state.data),
    refetchOnWindowFocus: (polled) => ownOverdue(polled) && 'always',
    // See `recovery.ts`.
    refetchOnReconnect: false,
    refetchInterval: (polled) => operationInterval(polled, hasEnded(polled.state.data)),
    ...(listed && { initialData: listed.operation, initialDataUpdatedAt: listed.at }),
  });
}

/** Asks for an operation; the `request_id` of a failure is what its page hands to Toloka's support. */
async function askRemembered(
  environment: string,
  id: string,
  options: { readonly signal: AbortSignal; readonly fresh: boolean },
): Promise<JsonAnswer> {
  try {
    return await requestAnswer(environment, { kind: 'operation', id }, options);
  } catch (error) {
    if (error instanceof RequestFailure) rememberFailedRequest(environment, id, error);
    throw error;
  }
}

/** Whether an operation should have been asked for again by now; never once it has ended. */
export function ownOverdue(polled: Polled & { readonly state: { readonly dataUpdatedAt: number } }): boolean {
  return isOverdue(polled, operationInterval(polled, hasEnded(polled.state.data as Operation | undefined)));
}

function hasEnded(operation: Operation | undefined): boolean {
  return operation !== undefined && isTerminal(operation.status);
}

/** When the reading of an operation that is shown was true (epoch ms); null when there is none. */
export function operationReadAt(client: QueryClient, environment: string, id: string): number | null {
  const queryKey = operationKey(environment, id);
  return readAt(client.getQueryCache().find({ queryKey, exact: true })) || null;
}

function shareOperation(before: Operation | undefined, next: Operation): Operation {
  return before && sameReading(before, next) ? before : next;
}
