import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import type { LogSession } from '../../api/log/logSession.ts';
import { logPlan } from './logPlan.ts';
import { asksForItems } from './logSearch.ts';
import { OperationLogContext, type OperationLog } from './operationLog.ts';
import { useLogSearch } from './useLogSearch.ts';

/** The reader of logs comes when the first log is wanted: most operations have none. */
const loadReader = () => import('../../api/log/openLogSession.ts');

/**
 * Owns the log of the operation that the page shows: opens it once, when the operation has ended or somebody asks for
 * it, never with a poll, and gives its memory back when the page is left.
 */
export function LogProvider({
  environment,
  operation,
  children,
}: {
  environment: string;
  operation: Operation;
  children: ReactNode;
}) {
  const plan = logPlan(operation);
  const { search } = useLogSearch();
  const [wanted, setWanted] = useState(false);
  // Once it is wanted it stays: to take a filter out of the link is no reason to let the log go.
  const wants = wanted || plan === 'load' || (plan === 'offer' && asksForItems(search));
  if (wants && !wanted) setWanted(true);
  const [tries, setTries] = useState(0);
  const { session, broken } = useSession(environment, operation.id, wants, tries);
  const region = useRef<HTMLElement>(null);
  const log = useMemo<OperationLog>(() => {
    const load = () => {
      setWanted(true);
      if (broken) setTries((before) => before + 1);
    };
    const retry = () => {
      // A reader that is gone has to be started anew; a failed answer only has to be asked for again.
      if (session?.reading().failure?.code === READER_GONE) setTries((before) => before + 1);
      else session?.retry();
    };
    return { environment, operation, plan, wanted: wants, session, broken, load, retry, region };
  }, [environment, operation, plan, wants, session, broken]);
  return <OperationLogContext value={log}>{children}</OperationLogContext>;
}

/** What `openLogSession` calls it when the thread that reads has ended, with all that it had read. */
const READER_GONE = 'READER_FAILED';

type Opening = { readonly session: LogSession | null; readonly broken: boolean };

const CLOSED: Opening = { session: null, broken: false };

function useSession(environment: string, id: string, wanted: boolean, tries: number): Opening {
  const [opening, setOpening] = useState(CLOSED);
  useEffect(() => {
    if (!wanted) return undefined;
    let gone = false;
    let session: LogSession | null = null;
    const open = async () => {
      try {
        const { openLogSession } = await loadReader();
        if (gone) return;
        session = openLogSession(environment, id);
        setOpening({ session, broken: false });
      } catch {
        if (!gone) setOpening({ session: null, broken: true });
      }
    };
    void open();
    return () => {
      gone = true;
      session?.close();
      setOpening(CLOSED);
    };
  }, [environment, id, wanted, tries]);
  return opening;
}
