import { statusLabel, typeLabel } from '../../toloka/vocabulary.ts';
import type { MissingStream } from '../../toloka/paging/page.ts';
import { t } from '../../words/words.ts';
import { asFailure } from '../api/failure.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';

/**
 * What a list of several types or statuses lacks because one of their requests failed: each is named, with the
 * server's words, so that the rows at hand are never taken for all.
 */
export function Incomplete({ missing, onRetry }: { missing: readonly MissingStream[]; onRetry: () => void }) {
  const [first] = missing;
  if (!first) return null;
  const failure = asFailure(first.error);
  return (
    <FailureNotice
      title={t('This list is incomplete: {operations} could not be loaded', {
        operations: missing.map(streamWords).join(', '),
      })}
      code={failure.code}
      message={failure.message}
      requestId={failure.requestId}
      onRetry={onRetry}
    >
      <p>{t('The rows below are the others. The next update asks again.')}</p>
    </FailureNotice>
  );
}

/** The operations of one request, in words: `Failed`, `Opening a pool`, `Opening a pool, Failed`. */
function streamWords({ type, status }: MissingStream): string {
  const words = [type === null ? null : typeLabel(type), status === null ? null : statusLabel(status)];
  return words.filter((word) => word !== null).join(', ');
}
