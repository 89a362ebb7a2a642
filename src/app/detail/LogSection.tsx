import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Operation } from '../../toloka/operation.ts';
import { asFailure } from '../api/failure.ts';
import { logQuery } from '../api/queries.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { useSecond } from '../ui/useSecond.ts';
import { LogItems } from './LogItems.tsx';
import { laterLog, loadLabel, logPlan, missingLogWords, withoutLog } from './logPlan.ts';
import { Section } from './Section.tsx';
import { useScrolledToLog } from './useScrolledToLog.ts';

/** What became of each item of a batch. Asked for once, when the operation has ended; a large one when it is wanted. */
export function LogSection({ environment, operation }: { environment: string; operation: Operation }) {
  const plan = logPlan(operation);
  const [wanted, setWanted] = useState(false);
  const asks = plan === 'load' || (plan === 'offer' && wanted);
  const { data, error, refetch } = useQuery({
    ...logQuery(environment, operation.id),
    enabled: asks,
    // A log that is missing stays missing: coming back to the window is no reason to ask again.
    refetchOnWindowFocus: false,
  });
  const region = useScrolledToLog(!asks || data !== undefined || error !== null);
  const load = () => {
    setWanted(true);
    // The button goes away; the focus must not fall out of the region with it.
    region.current?.focus({ preventScroll: true });
  };
  if (asks && data) return <LogItems items={data} region={region} />;
  return (
    <Section title="Log" ref={region}>
      {plan === 'none' && <p className="muted">{withoutLog(operation)}</p>}
      {plan === 'later' && <p className="muted">{laterLog(operation)}</p>}
      {plan === 'offer' && !wanted && (
        <button type="button" className="button" onClick={load}>
          {loadLabel(operation)}
        </button>
      )}
      {asks && !error && <p className="muted">Loading the log…</p>}
      {asks && error && <NoLog operation={operation} error={error} onRetry={() => void refetch()} />}
    </Section>
  );
}

function NoLog({ operation, error, onRetry }: { operation: Operation; error: Error; onRetry: () => void }) {
  const failure = asFailure(error);
  const now = useSecond(false);
  if (failure.status === 404) return <p className="muted">{missingLogWords(operation, now)}</p>;
  return (
    <FailureNotice
      title="The log could not be loaded"
      code={failure.code}
      message={failure.message}
      requestId={failure.requestId}
      onRetry={onRetry}
    />
  );
}
