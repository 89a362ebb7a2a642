import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { LogReading, LogSession } from '../../api/log/logSession.ts';
import { FaultNotice } from './FaultNotice.tsx';
import { ItemBox } from './ItemBox.tsx';
import { ItemNotice } from './ItemNotice.tsx';
import { LogFilters } from './LogFilters.tsx';
import { expectsFailures } from './logPlan.ts';
import { shownOutcome } from './logSearch.ts';
import { isComing } from './logWords.ts';
import { useOperationLog, useReading } from './operationLog.ts';
import { useItemPlace } from './useItemPlace.ts';
import { useLogSearch } from './useLogSearch.ts';
import { useOpened } from './useOpened.ts';
import { createViewSwitch, type OpenView } from './viewSwitch.ts';

/** A log's items: which of them, a text to find among them, and the list itself. */
export function LogBrowser({ session }: { session: LogSession }) {
  const reading = useReading(session);
  return reading && <Browser session={session} reading={reading} />;
}

function Browser({ session, reading }: { session: LogSession; reading: LogReading }) {
  const { operation } = useOperationLog();
  const { search } = useLogSearch();
  const { text, cause } = search;
  const faulty = search.faults.filter(({ name }) => name !== 'item');
  const outcome = shownOutcome(search.outcome, expectsFailures(operation), reading);
  const views = useMemo(() => createViewSwitch(session), [session]);
  const wanted = faulty.length === 0;
  useEffect(() => {
    if (wanted) views.set({ outcome, cause, text });
  }, [views, wanted, outcome, cause, text]);
  useEffect(() => () => views.close(), [views]);
  const open = useSyncExternalStore(views.subscribe, views.shown);
  const pending = useSyncExternalStore(views.subscribe, views.pending);

  if (!wanted) return <FaultNotice faults={faulty} />;
  if (!open) return null;
  return <Shown open={open} pending={pending} reading={reading} outcome={outcome} />;
}

function Shown({
  open,
  pending,
  reading,
  outcome,
}: {
  open: OpenView;
  pending: boolean;
  reading: LogReading;
  outcome: 'all' | 'failed' | 'succeeded';
}) {
  const { search } = useLogSearch();
  const { environment, operation } = useOperationLog();
  const view = useSyncExternalStore(open.handle.subscribe, open.handle.state);
  const place = useItemPlace(open, view, search.item);
  const opened = useOpened(`${environment}/${operation.id}`, search.item);
  const through = !pending && !isComing(reading) && view.searched >= reading.items;
  return (
    <>
      <LogFilters
        open={open}
        view={view}
        reading={reading}
        outcome={outcome}
        place={place}
        through={through}
      />
      <ItemNotice reading={reading} place={place} through={through} />
      <ItemBox
        open={open}
        view={view}
        reading={reading}
        marked={search.item}
        place={place}
        opened={opened}
        dimmed={pending}
        through={through}
      />
    </>
  );
}
