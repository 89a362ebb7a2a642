import { readableJson } from '../toloka/readableJson.ts';
import type { Json } from '../toloka/operation.ts';
import { FailureNotice } from './ui/FailureNotice.tsx';

/** In place of a part of the page that could not be drawn: which one, why, and the data as they came. */
export function NotShown({
  what,
  data,
  error,
  onRetry,
}: {
  what: string;
  data: Json;
  error: unknown;
  onRetry: () => void;
}) {
  return (
    <FailureNotice
      title={`${what} cannot be shown`}
      code={error instanceof Error ? error.name : 'Error'}
      message={error instanceof Error ? error.message : ''}
      requestId={null}
      answer={data === null ? null : readableJson(data)}
      onRetry={onRetry}
    >
      <p>This is a fault of the dashboard. The rest of the page works on.</p>
    </FailureNotice>
  );
}
