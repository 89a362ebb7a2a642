import { readableJson } from '../toloka/readableJson.ts';
import type { Json } from '../toloka/operation.ts';
import { t, type Text } from '../words/words.ts';
import { FailureNotice } from './ui/FailureNotice.tsx';

/** In place of a part of the page that could not be drawn: which one, why, and the data as they came. */
export function NotShown({
  what,
  data,
  error,
  onRetry,
}: {
  what: Text;
  data: Json;
  error: unknown;
  onRetry: () => void;
}) {
  return (
    <FailureNotice
      title={t('{what} cannot be shown', { what: t(what) })}
      code={error instanceof Error ? error.name : 'Error'}
      message={error instanceof Error ? error.message : ''}
      requestId={null}
      answer={data === null ? null : readableJson(data)}
      onRetry={onRetry}
    >
      <p>{t('This is an error in the dashboard. The rest of the page still works.')}</p>
    </FailureNotice>
  );
}
