import { t } from '../../words/words.ts';
import type { RequestFailure } from '../api/failure.ts';
import { readableAnswer } from '../api/readableAnswer.ts';
import { readAt } from '../api/freshness.ts';
import { ownRefusal, renewalWords } from '../refusals.ts';
import { useSetting } from '../settings.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { formatInstant } from '../ui/format.ts';
import { NextTry } from './NextTry.tsx';
import { usePageState } from './pageState.ts';
import { useToday } from './useToday.ts';
import type { ShownPage } from './shown.ts';

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
      answer={readableAnswer(failure)}
      onRetry={() => void shown.refresh()}
    >
      <p>
        {shown.page && <RowsAge view={shown.rowsView} />}
        {failure.needsPerson ? (
          t('Updates have stopped. {advice}', {
            advice: ownRefusal(failure)?.advice ?? renewalWords(environment),
          })
        ) : (
          <NextTry view={shown.view} nextAsk={shown.nextAsk} paused={paused} />
        )}
      </p>
    </FailureNotice>
  );
}

function titleOf(failure: RequestFailure, { page, waiting }: ShownPage): string {
  if (failure.needsPerson) return ownRefusal(failure)?.title ?? t('The token was refused');
  if (waiting) return t('This page could not be loaded');
  return page ? t('The list could not be refreshed') : t('The operations could not be loaded');
}

function RowsAge({ view }: { view: string }) {
  const zone = useSetting('zone');
  const today = useToday(zone);
  const at = usePageState(view, (_, query) => readAt(query));
  return at === 0 ? null : (
    <>{t('The rows below are as of {time}.', { time: formatInstant(at, zone, today) })} </>
  );
}
