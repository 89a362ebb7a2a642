import { ENVIRONMENTS, isEnvironmentName } from '../../toloka/environments.ts';
import type { RequestFailure } from '../api/failure.ts';
import { ownRefusal } from '../refusals.ts';
import { useSettings } from '../settings.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { formatInstant } from '../ui/format.ts';
import { NextTry } from './NextTry.tsx';
import { usePageState } from './pageState.ts';
import { useToday } from './useToday.ts';
import type { ShownPage } from './useShownPage.ts';

/** A failure to load, above whatever rows there are: what failed, how old the rows are, what happens next. */
export function LoadFailure({
  environment,
  shown,
  failure,
  paused,
}: {
  environment: string;
  shown: ShownPage;
  failure: RequestFailure;
  paused: boolean;
}) {
  return (
    <FailureNotice
      title={titleOf(failure, shown)}
      code={failure.code}
      message={failure.message}
      requestId={failure.requestId}
      onRetry={() => void shown.refresh()}
    >
      <p>
        {shown.page && <RowsAge view={shown.rowsView} />}
        {failure.needsPerson ? (
          `Updates have stopped. ${ownRefusal(failure)?.advice ?? renewal(environment)}`
        ) : (
          <NextTry view={shown.view} nextAsk={shown.nextAsk} paused={paused} />
        )}
      </p>
    </FailureNotice>
  );
}

function titleOf(failure: RequestFailure, { page, waiting }: ShownPage): string {
  if (failure.needsPerson) return ownRefusal(failure)?.title ?? 'The token was refused';
  if (waiting) return 'This page could not be loaded';
  return page ? 'The list could not be refreshed' : 'The operations could not be loaded';
}

/** What a person has to do before asking again makes sense. */
function renewal(environment: string): string {
  const variable = isEnvironmentName(environment) ? ENVIRONMENTS[environment].variable : null;
  const mend =
    variable === null
      ? 'Restart the server'
      : `Set ${variable}_TOKEN to a valid token and restart the server`;
  return `${mend}, then retry.`;
}

function RowsAge({ view }: { view: string }) {
  const [{ zone }] = useSettings();
  const today = useToday(zone);
  const at = usePageState(view, (state) => state?.dataUpdatedAt ?? 0);
  return at === 0 ? null : <>The rows below are as of {formatInstant(at, zone, today)}. </>;
}
