import { endpointPath } from '../endpoints.ts';
import { hasLog, isTerminal } from '../vocabulary.ts';
import { shellWord } from './curl.ts';
import type { ApiAddress } from './streams.ts';
import { clientLines, pythonString } from './toolkit.ts';

/** What a snippet about one operation has to know of it; null for type and status that could not be read. */
export type SnippetSubject = {
  readonly id: string;
  readonly type: string | null;
  readonly status: string | null;
};

/** One operation as curl: the request that the app itself makes, with the token as `$TOLOKA_TOKEN`. */
export function operationCurl(id: string, address: ApiAddress): string {
  const header = address.token ? ' -H "Authorization: OAuth $TOLOKA_TOKEN"' : '';
  return `curl -sS${header} ${shellWord(address.base + endpointPath({ kind: 'operation', id }))}\n`;
}

/**
 * One operation as calls of toloka-kit's `TolokaClient` (1.2.3): `get_operation`, for one that goes on `wait_operation`,
 * and `get_operation_log` where its type keeps a log. The token comes from the variable TOLOKA_TOKEN.
 */
export function operationToolkit({ id, type, status }: SnippetSubject, address: ApiAddress): string {
  const ended = status !== null && isTerminal(status);
  return [
    ...clientLines(address, false),
    `operation = toloka_client.get_operation(${pythonString(id)})`,
    ...(ended ? [] : ['operation = toloka_client.wait_operation(operation)']),
    ...(type !== null && hasLog(type) === true
      ? ['log = toloka_client.get_operation_log(operation.id)']
      : []),
    '',
  ].join('\n');
}
