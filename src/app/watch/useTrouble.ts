import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../words/words.ts';
import { asFailure } from '../api/failure.ts';
import { operationQuery } from '../api/operationQuery.ts';
import { configuredEnvironments, environmentLabel } from '../environments.ts';
import { unreadableWords } from './unreadable.ts';
import type { WatchedOperation } from './watched.ts';

/** Why nothing is learned of a watched operation: words, and what the server gave for support. */
export type Trouble = { readonly words: string; readonly codes: readonly string[] };

/** What keeps a watched operation from being read; null while all is well. Follows its query without asking. */
export function useTrouble({ environment, id, endedAt }: WatchedOperation): Trouble | null {
  const { data, error: now } = useQuery({
    ...operationQuery(environment, id, useQueryClient()),
    enabled: false,
  });
  // Without data, react-query forgets the error as soon as it asks again; what it said holds until there is an answer.
  const [last, setLast] = useState(now);
  if (now && now !== last) setLast(now);
  const error = now ?? (data ? null : last);
  if (endedAt !== null) return null;
  if (!configuredEnvironments().includes(environment)) {
    return {
      words: t('{environment} is not set up here.', { environment: environmentLabel(environment) }),
      codes: [],
    };
  }
  if (!error) return null;
  const failure = asFailure(error);
  const { code, requestId } = failure;
  return {
    words: unreadableWords(failure, environment),
    codes: requestId === null ? [code] : [code, requestId],
  };
}
