import { focusManager, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Lately } from '../../../toloka/estimate/lately.ts';
import { timeLeft, type TimeLeft } from '../../../toloka/estimate/timeLeft.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { parseUtc } from '../../../toloka/time.ts';
import { latelyQuery } from '../../api/lately.ts';
import { onProgress, progressRecord, type ProgressRecord } from '../../api/progressLog.ts';

/** What was seen of a running operation, and what follows from it. */
export type TimeLeftReading = {
  readonly record: ProgressRecord;
  /** How long its like took; null while that is not known. */
  readonly lately: Lately | null;
  readonly left: TimeLeft;
};

/** An operation that has run for less than this may be over before an answer comes, ms. */
const WORTH_ASKING_MS = 3000;

/**
 * Follows a running operation's progress and the time that it has left; null before there is a sample. For leaves only:
 * it renders with each answer. How long others took is asked for only once that can be of use, and only while somebody
 * looks; if it cannot be had, the pace has to do.
 */
export function useTimeLeft(environment: string, operation: Operation): TimeLeftReading | null {
  const record = useSyncExternalStore(onProgress, () => progressRecord(environment, operation.id));
  const looked = useSyncExternalStore(
    (changed) => focusManager.subscribe(changed),
    () => focusManager.isFocused(),
  );
  const started = operation.started === null ? null : parseUtc(operation.started);
  const last = record?.samples.at(-1);
  const worth = last !== undefined && last.at - (started ?? last.at) >= WORTH_ASKING_MS;
  const { data } = useQuery({ ...latelyQuery(environment, operation.type), enabled: worth && looked });
  if (!record || !last) return null;
  const lately = data ?? null;
  const left = timeLeft({ samples: record.samples, started, waitingAt: record.waitingAt, lately });
  return { record, lately, left };
}
