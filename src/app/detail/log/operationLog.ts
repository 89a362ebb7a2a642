import { createContext, useContext, useSyncExternalStore, type RefObject } from 'react';
import type { LogReading, LogSession } from '../../api/log/logSession.ts';
import type { Operation } from '../../../toloka/operation.ts';
import type { logPlan } from './logPlan.ts';

/** The log of the operation on screen: one session, shared by all that shows something of it. */
export type OperationLog = {
  readonly environment: string;
  readonly operation: Operation;
  readonly plan: ReturnType<typeof logPlan>;
  /** Whether the log is read, or was: by itself, or because somebody asked. */
  readonly wanted: boolean;
  /** Null until the log is wanted and the code that reads it is there. */
  readonly session: LogSession | null;
  /** The code that reads logs could not be loaded. */
  readonly broken: boolean;
  /** Reads a log that is only offered; after `broken`, tries again. */
  readonly load: () => void;
  /** Reads the log anew from its beginning; what came is kept until more has come. */
  readonly retry: () => void;
  /** The log's region, so that a chosen cause can bring it into sight. */
  readonly region: RefObject<HTMLElement | null>;
};

/** Where the page's one log is; see `LogProvider`. */
export const OperationLogContext = createContext<OperationLog | null>(null);

/** The log of the operation on screen. Throws outside of a `LogProvider`. */
export function useOperationLog(): OperationLog {
  const log = useContext(OperationLogContext);
  if (!log) throw new Error('useOperationLog needs a LogProvider around it');
  return log;
}

const subscribeToNothing = () => () => {};

/** How far a session has read, following it; null without a session. For leaves: it renders up to ten times a second. */
export function useReading(session: LogSession | null): LogReading | null {
  return useSyncExternalStore(session?.subscribe ?? subscribeToNothing, () => session?.reading() ?? null);
}
