import { useQuery, useQueryClient } from '@tanstack/react-query';
import { isTerminal } from '../../toloka/vocabulary.ts';
import { askByHand, readAt } from '../api/freshness.ts';
import { beginAnew, operationInterval, patientUntil } from '../api/operationPolling.ts';
import { operationQuery } from '../api/operationQuery.ts';

/** How fresh an operation on the page is. All instants in epoch ms, null when there is none. */
export type PollState = {
  readonly updatedAt: number | null;
  /** When the last try failed; null when the last try brought an answer. */
  readonly failedAt: number | null;
  /** When it will be asked for again by itself; null for never. */
  readonly nextAt: number | null;
  readonly ended: boolean;
  /** Until when an ID that is not known is asked for again; null when it is known, or was never asked for. */
  readonly patientUntil: number | null;
  readonly refresh: () => void;
};

/**
 * Follows an operation's polling without taking part in it: a second observer that never asks. For leaves only, since
 * whatever calls it renders at every answer.
 */
export function usePollState(environment: string, id: string): PollState {
  const client = useQueryClient();
  const options = operationQuery(environment, id, client);
  const { data, status, dataUpdatedAt, errorUpdatedAt, refetch } = useQuery({ ...options, enabled: false });
  const ended = data !== undefined && isTerminal(data.status);
  const query = client.getQueryCache().find({ queryKey: options.queryKey });
  const wait = query ? operationInterval(query, ended) : false;
  return {
    updatedAt: readAt(query) || null,
    failedAt: status === 'error' ? errorUpdatedAt : null,
    nextAt: wait === false ? null : Math.max(dataUpdatedAt, errorUpdatedAt) + wait,
    ended,
    patientUntil: query ? patientUntil(query) : null,
    refresh: () => {
      if (query) beginAnew(query);
      void askByHand(client, options.queryKey, refetch);
    },
  };
}
