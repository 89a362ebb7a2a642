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
import { failureWords } from './failureWords.ts';
import styles from './NotLoaded.module.css';
import { nextWords } from './nextWords.ts';
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
  const { title, advice } = failureWords(failure, environment, false);
  const { refresh } = usePollState(environment, id);
  return (
    <div className={styles.words}>
      <FailureNotice
        title={title}
        code={failure.code}
        message={failure.message}
        requestId={failure.requestId}
        onRetry={refresh}
      >
        {advice !== null && <p>{advice}</p>}
      </FailureNotice>
      <Tries environment={environment} id={id} />
      <WayBack environment={environment} />
    </div>
  );
}

function Tries({ environment, id }: { environment: string; id: string }) {
  const state = usePollState(environment, id);
  const [{ zone }] = useSettings();
  const now = useSecond(state.nextAt !== null);
  const asked = state.failedAt === null ? '' : ` at ${formatInstant(state.failedAt, zone, now)}`;
  return (
    <p className={styles.asked}>
      Asked {environmentLabel(environment)} for <code>{id}</code>
      {asked} · {nextWords(state, now)}
    </p>
  );
}

/** An ID that no operation can have: nothing is asked, and the page says why. */
export function ImpossibleId({ environment, id }: { environment: string; id: string }) {
  useTitle(`Not an operation’s ID · ${environmentLabel(environment)}`);
  return (
    <>
      <DetailHead environment={environment} id={id} heading="Not an operation’s ID" operation={null} />
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
