import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom';
import { isOperationId } from '../../toloka/endpoints.ts';
import type { Operation } from '../../toloka/operation.ts';
import { isTerminal } from '../../toloka/vocabulary.ts';
import { t } from '../../words/words.ts';
import { asFailure, saySame, type RequestFailure } from '../api/failure.ts';
import { operationInterval } from '../api/operationPolling.ts';
import { operationQuery } from '../api/operationQuery.ts';
import { recordProgress } from '../api/progressLog.ts';
import { readDetailState } from '../detailState.ts';
import { environmentLabel } from '../environments.ts';
import { Guarded } from '../Guarded.tsx';
import { shortId } from '../ui/format.ts';
import { useDrawn } from '../ui/parts.ts';
import { useBehind } from '../ui/useBehind.ts';
import { useTitle } from '../ui/useTitle.ts';
import { DetailHead } from './DetailHead.tsx';
import styles from './DetailPage.module.css';
import { DisbeliefNotice } from './DisbeliefNotice.tsx';
import type { ReadLog } from './log/LogHandle.tsx';
import { ImpossibleId, NotLoaded } from './NotLoaded.tsx';
import { OperationBody } from './OperationBody.tsx';
import { Skeleton } from './Skeleton.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import { headingOf, windowTitle } from './titles.ts';

/** One operation, watched until it ends. */
export function DetailPage({ environment, id }: { environment: string; id: string }) {
  return (
    <div className={styles.page}>
      {isOperationId(id) ? (
        <Watched environment={environment} id={id} />
      ) : (
        <ImpossibleId environment={environment} id={id} />
      )}
    </div>
  );
}

function Watched({ environment, id }: { environment: string; id: string }) {
  // Only these two are read here: whatever else changes with each poll is read by the leaves that show it.
  const client = useQueryClient();
  const options = operationQuery(environment, id, client);
  const whole = useWhole();
  const { data, error } = useQuery({
    ...options,
    // What the list has shown already is asked for anew behind the frame that shows it here.
    enabled: ({ state }) => whole || state.data === undefined || isTerminal(state.data.status),
  });
  const failure = useLastFailure(data, error);
  const query = client.getQueryCache().find({ queryKey: options.queryKey });
  const mayCome = query !== undefined && operationInterval(query, false) !== false;
  const unknown = mayCome ? t('Not known yet') : t('Unknown operation');
  const heading = data ? headingOf(data) : failure?.status === 404 ? unknown : t('Operation');
  const logHandle = useRef<ReadLog>(null);
  const place = environmentLabel(environment);
  useDrawn(data !== undefined || failure !== null);
  // Not only behind the page (`Upkeep`): the first answer is the curve's beginning.
  useEffect(() => recordProgress(client), [client]);
  useTitle(data ? windowTitle(data, place) : `${heading} ${shortId(id)} · ${place}`);
  return (
    <>
      <DetailHead
        environment={environment}
        id={id}
        heading={heading}
        operation={data ?? (failure ? null : undefined)}
        whole={whole}
        logHandle={logHandle}
      />
      {data && !whole ? null : data ? (
        <Guarded what="The operation" made={data} data={() => data.raw}>
          <OperationBody environment={environment} operation={data} logHandle={logHandle} />
        </Guarded>
      ) : failure ? (
        <NotLoaded environment={environment} id={id} failure={failure} />
      ) : (
        <Skeleton environment={environment} id={id} />
      )}
      {data && failure && <StaleNotice environment={environment} id={id} failure={failure} />}
      {data && whole && <DisbeliefNotice environment={environment} operation={data} />}
    </>
  );
}

/**
 * Whether there is more than the head to draw. Who follows a link here sees the head in the next frame and the boxes behind
 * it. Who steps on, comes back or loads the page gets all at once: their window stays where it is, or goes down the page.
 */
function useWhole(): boolean {
  const { state } = useLocation();
  const followed = useNavigationType() === NavigationType.Push && !readDetailState(state)?.step;
  return useBehind(true, !followed);
}

/**
 * The failure to show. Without data, react-query forgets the error as soon as it asks again; the page goes on showing
 * it until there is an answer, so that it does not change twice with each try.
 */
function useLastFailure(data: Operation | undefined, error: Error | null): RequestFailure | null {
  const [last, setLast] = useState<Error | null>(null);
  const ended = !error && data !== undefined;
  const next = ended ? null : error && !(last && saySame(last, error)) ? error : last;
  if (next !== last) setLast(next);
  const shown = next;
  return shown && asFailure(shown);
}
