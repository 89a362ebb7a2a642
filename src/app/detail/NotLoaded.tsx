import { useState } from 'react';
import { Link } from '../Link.tsx';
import { t } from '../../words/words.ts';
import type { RequestFailure } from '../api/failure.ts';
import { readableAnswer } from '../api/readableAnswer.ts';
import { environmentLabel } from '../environments.ts';
import { listHref } from '../links.ts';
import { useSetting } from '../settings.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { formatInstant } from '../ui/format.ts';
import { useDrawn } from '../ui/parts.ts';
import { rich } from '../ui/rich.tsx';
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
  const { code, message, requestId } = failure;
  return (
    <FailureNotice
      title={title}
      code={code}
      message={message}
      requestId={requestId}
      answer={readableAnswer(failure)}
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
  const zone = useSetting('zone');
  const now = useSecond(state.nextAt !== null);
  const asked = { place: environmentLabel(environment), id: <code>{id}</code> };
  return (
    <p className={styles.asked}>
      {state.failedAt === null
        ? rich('Asked {place} for {id}', asked)
        : rich('Asked {place} for {id} at {time}', {
            ...asked,
            time: formatInstant(state.failedAt, zone, now),
          })}
      {' · '}
      {nextWords(state, now)}
      {until !== null && ` · ${t('gives up at {time}', { time: formatInstant(until, zone, now) })}`}
    </p>
  );
}

/** An ID that no operation can have: nothing is asked, and the page says why. */
export function ImpossibleId({ environment, id }: { environment: string; id: string }) {
  const heading = t('Not an operation’s ID');
  const place = environmentLabel(environment);
  useTitle(`${heading} · ${place}`);
  useDrawn(true);
  return (
    <>
      <DetailHead
        environment={environment}
        id={id}
        heading={heading}
        operation={null}
        whole
        logHandle={null}
      />
      <div className={styles.words}>
        <p>
          {rich(
            'An ID is 1 to 128 letters, digits and {signs}, which {id} is not, so {place} was not asked for it. Part of the link may be missing, or too much of it was copied.',
            { signs: <code>. _ ~ -</code>, id: <code>{id}</code>, place },
          )}
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
        {t('All operations in {place}', { place: environmentLabel(environment) })}
      </Link>
    </p>
  );
}
