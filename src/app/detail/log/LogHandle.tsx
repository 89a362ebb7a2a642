import { useImperativeHandle, type RefObject } from 'react';
import type { LogReading } from '../../api/log/logSession.ts';
import { useOperationLog } from './operationLog.ts';

/** Tells what has been read of the log by now; null when nothing. */
export type ReadLog = () => LogReading | null;

/** Lets those outside of the `LogProvider` ask, now and then, what has been read of the log; see `CopyMenu`. */
export function LogHandle({ handle }: { handle: RefObject<ReadLog | null> }) {
  const { session } = useOperationLog();
  useImperativeHandle(handle, () => () => session?.reading() ?? null, [session]);
  return null;
}
