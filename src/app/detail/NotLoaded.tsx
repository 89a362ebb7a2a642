import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { RequestFailure } from '../api/failure.ts';
import { environmentLabel } from '../environments.ts';
import { listHref } from '../links.ts';
import { useSettings } from '../settings.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { formatInstant } from '../ui/format.ts';
import { useSecond } from '../ui/useSecond.ts';
import { useTitle } from '../ui/useTitle.ts';
import { DetailHead } from './DetailHead.tsx';
import { failureWords, notKnownYetWords } from './failureWords.ts';
import styles from './NotLoaded.module.css';
import { nextWords } from './nextWords.ts';
import { OtherEnvironments } from './OtherEnvironments.tsx';
import { usePollState } from './usePollState.ts';

/** There is nothing to show of the operation: why, which environment was asked, and what can be done. */
export function NotLoaded({
  environment,
  id,
  failure,
}: {
  environment: string;
  id: string;
  failure: RequestFailure;
}) {
  const { refresh, patientUntil, nextAt } = usePollState(environment, id);
  const unknown = failure.status === 404;
  const waits = unknown && nextAt !== null;
  return (
    <div className={styles.words}>
      {waits ? (
        <NotKnownYet environment={environment} failure={failure} onRetry={refresh} />
      ) : (
        <Failed environment={environment} failure={failure} onRetry={refresh} />
      )}
      <Tries environment={environment} id={id} until={waits ? patientUntil : null} />
      {unknown && <OtherEnvironments environment={environment} id={id} />}
      <WayBack environment={environment} />
    </div>
  );
}

type Notice = {
  readonly environment: string;
  readonly failure: RequestFailure;
  readonly onRetry: () => void;
};

function Failed({ environment, failure, onRetry }: Notice) {
  const { title, advice } = failureWords(failure, environment, false);
  const { code, message, requestId, answer } = failure;
  return (
    <FailureNotice
      title={title}
      code={code}
      message={message}
      requestId={requestId}
      answer={answer}
      onRetry={onRetry}
    >
      {advice !== null && <p>{advice}</p>}
    </FailureNotice>
  );
}

/** The first of the failures that say the same stays: an alert that changes is said aloud again each time. */
function NotKnownYet({ environment, failure, onRetry }: Notice) {
  const [{ code, message, requestId }] = useState(failure);
  const { title, advice } = notKnownYetWords(environment);
  return (
    <FailureNotice title={title} code={code} message={message} requestId={requestId} calm onRetry={onRetry}>
      <p>{advice}</p>
    </FailureNotice>
  );
}

function Tries({ environment, id, until }: { environment: string; id: string; until: number | null }) {
  const state = usePollState(environment, id);
  const [{ zone }] = useSettings();
  const now = useSecond(state.nextAt !== null);
  const asked = state.failedAt === null ? '' : ` at ${formatInstant(state.failedAt, zone, now)}`;
  return (
    <p className={styles.asked}>
      Asked {environmentLabel(environment)} for <code>{id}</code>
      {asked} · {nextWords(state, now)}
      {until !== null && ` · gives up at ${formatInstant(until, zone, now)}`}
    </p>
  );
}

/** An ID that no operation can have: nothing is asked, and the page says why. */
export function ImpossibleId({ environment, id }: { environment: string; id: string }) {
  useTitle(`Not an operation’s ID · ${environmentLabel(environment)}`);
  return (
    <>
      <DetailHead
        environment={environment}
        id={id}
        heading="Not an operation’s ID"
        operation={null}
        logHandle={null}
      />
      <div className={styles.words}>
        <p>
          An ID is 1 to 128 letters, digits and <code>. _ ~ -</code>, which <code>{id}</code> is not, so{' '}
          {environmentLabel(environment)} was not asked for it. Part of the link may be missing, or too much
          of it was copied.
        </p>
        <WayBack environment={environment} />
      </div>
    </>
  );
}

function WayBack({ environment }: { environment: string }) {
  return (
    <p>
      <Link className={`link ${styles.way}`} to={listHref(environment)}>
        All operations in {environmentLabel(environment)}
      </Link>
    </p>
  );
}
