import { useQueryClient } from '@tanstack/react-query';
import { operationCurl, operationToolkit } from '../../../toloka/snippets/operation.ts';
import { apiAddress } from '../../../toloka/snippets/streams.ts';
import { isTerminal } from '../../../toloka/vocabulary.ts';
import { t } from '../../../words/words.ts';
import { operationReadAt } from '../../api/operationQuery.ts';
import { disbeliefOf } from '../../api/operationReadings.ts';
import { failedRequests } from '../../api/requestIds.ts';
import { operationHref } from '../../links.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { CopyWay, CopyWays } from '../../ui/CopyWay.tsx';
import type { CopySubject } from './copySubject.ts';
import { supportText } from './supportText.ts';

/** What can be copied of an operation, each with what it means. Every text is made at the click. */
export function CopyPanel({ subject }: { subject: CopySubject }) {
  const client = useQueryClient();
  const { environment, id, operation, readLog } = subject;
  const address = apiAddress(environment, location.origin);
  const support = () =>
    supportText({
      link: location.origin + operationHref(environment, id),
      environment,
      id,
      operation,
      readAt: operationReadAt(client, environment, id),
      disbelief: disbeliefOf(client, environment, id),
      log: readLog(),
      failedRequests: failedRequests(environment, id),
    });
  const subjectOfSnippet = { id, type: operation?.type ?? null, status: operation?.status ?? null };
  const waits = operation === null || !isTerminal(operation.status);
  return (
    <CopyWays>
      <CopyWay
        note={t(
          'Link, status, times in UTC, counts, top causes and request_ids; no token, nothing personal.',
        )}
      >
        <CopyButton label={t('Copy for support')} text={support} />
      </CopyWay>
      <CopyWay
        note={
          address.token
            ? t('The request that this page makes. The token comes from $TOLOKA_TOKEN.')
            : t('The request that this page makes.')
        }
      >
        <CopyButton label={t('Copy as curl')} text={() => operationCurl(id, address)} />
      </CopyWay>
      <CopyWay note={waits ? t('The same in Python, and waits for its end.') : t('The same in Python.')}>
        <CopyButton
          label={t('Copy as toloka-kit')}
          text={() => operationToolkit(subjectOfSnippet, address)}
        />
      </CopyWay>
    </CopyWays>
  );
}
