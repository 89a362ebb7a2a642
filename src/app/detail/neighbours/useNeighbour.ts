import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import type { Place } from '../../../toloka/place.ts';
import { asFailure, type RequestFailure } from '../../api/failure.ts';
import { knownNeighbour, neighbourQuery, type Neighbour, type NeighbourList } from '../../api/neighbours.ts';
import type { DetailState } from '../../detailState.ts';
import { amongFound, listOf } from './list.ts';

/** Where a step leads. */
export type Target = {
  readonly id: string;
  /** Null where no more than the ID is known. */
  readonly operation: Operation | null;
  readonly state: DetailState;
};

export type NeighbourState = {
  /** Null where the list ends, undefined while it is not known. */
  readonly target: Target | null | undefined;
  readonly failure: RequestFailure | null;
  /** Finds out where the step leads; null where the list ends or it could not be found out (`failure` says why). */
  readonly ask: () => Promise<Target | null>;
};

/**
 * An operation's neighbour on one side. What is in memory is there at once, and stays for as long as the operation is
 * looked at; the rest is asked for once `armed`.
 */
export function useNeighbour(
  environment: string,
  id: string,
  operation: Operation | null,
  state: DetailState | null,
  side: Place['side'],
  armed: boolean,
): NeighbourState {
  const client = useQueryClient();
  const list = listOf(state);
  const [known] = useState(() =>
    inMemory(state, list, id, side, () => knownNeighbour(client, environment, list, id, side)),
  );
  // The place in the order is the one that it had when one came: it may end, and sort elsewhere, meanwhile.
  const [origin, setOrigin] = useState(operation);
  if (origin === null && operation !== null) setOrigin(operation);
  const { data, error, refetch } = useQuery({
    ...neighbourQuery(environment, list, origin, side),
    enabled: armed && origin !== null && known === undefined,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return {
    target: known === undefined ? targetOf(data, side) : known,
    failure: error && asFailure(error),
    ask: async () => (origin === null ? null : (targetOf((await refetch()).data, side) ?? null)),
  };
}

function inMemory(
  state: DetailState | null,
  list: NeighbourList,
  id: string,
  side: Place['side'],
  onPage: () => Neighbour | null | undefined,
): Target | null | undefined {
  // What a text was found in cannot be asked for one row more.
  if (state && list.search.query.find !== null) {
    const found = amongFound(state, id, side);
    return found === null ? null : { id: found, operation: null, state: { ...state, step: side } };
  }
  return targetOf(onPage(), side);
}

function targetOf(neighbour: Neighbour | null | undefined, side: Place['side']): Target | null | undefined {
  if (!neighbour) return neighbour;
  const { operation, listSearch } = neighbour;
  return { id: operation.id, operation, state: { listSearch, step: side } };
}
