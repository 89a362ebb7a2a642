import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Operation } from '../../toloka/operation.ts';
import { asFailure } from '../api/failure.ts';
import { operationQuery, ownOverdue } from '../api/operationQuery.ts';
import { isUnreadable } from './unreadable.ts';

/**
 * Follows one watched operation until it ends, through the same query and at the same pace as its page. Draws nothing.
 * With `background` it goes on while the tab is hidden.
 */
export function Follow({
  environment,
  id,
  background,
  onRead,
  onUnreadable,
}: {
  environment: string;
  id: string;
  background: boolean;
  onRead: (environment: string, operation: Operation) => void;
  /** Hears whether asking has come to an end without an answer. */
  onUnreadable: (unreadable: boolean) => void;
}) {
  const { data, error } = useQuery({
    ...operationQuery(environment, id, useQueryClient()),
    refetchIntervalInBackground: background,
    // Many may be watched: those that failed keep to their pace, also when somebody comes back.
    refetchOnWindowFocus: (query) => query.state.status !== 'error' && ownOverdue(query) && 'always',
  });
  const unreadable = error !== null && isUnreadable(asFailure(error));
  const read = useEffectEvent(onRead);
  const tell = useEffectEvent(onUnreadable);
  useEffect(() => {
    if (data) read(environment, data);
  }, [environment, data]);
  useEffect(() => {
    if (!unreadable) return undefined;
    tell(true);
    return () => tell(false);
  }, [unreadable]);
  return null;
}
