import { useLocation } from 'react-router-dom';
import { Link } from '../Link.tsx';
import { isTerminal, statusLabel, typeLabel } from '../../toloka/vocabulary.ts';
import { t } from '../../words/words.ts';
import { environmentLabel } from '../environments.ts';
import { operationHref } from '../links.ts';
import { readDetailState } from '../detailState.ts';
import { statusTone } from '../presentation.ts';
import { shortId } from '../ui/format.ts';
import { rich } from '../ui/rich.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './ColumnHead.module.css';
import { RemoveButton } from './RemoveButton.tsx';
import type { Reading } from './useReadings.ts';

/** What a column is: the operation as a link, how it stands, or why nothing is known of it. */
export function ColumnHead({
  environment,
  reading,
  reference,
  onRemove,
}: {
  environment: string;
  reading: Reading;
  /** Whether the others are held against this one. */
  reference: boolean;
  onRemove: ((id: string) => void) | null;
}) {
  const { id, possible, operation } = reading;
  const state = readDetailState(useLocation().state);
  return (
    <th scope="col" className={styles.head} abbr={shortId(id)}>
      <div className={styles.top}>
        <div className={styles.status}>{operation && <Status operation={operation} />}</div>
        {onRemove && <RemoveButton id={id} onRemove={onRemove} />}
      </div>
      {possible ? (
        <Link className={styles.operation} to={operationHref(environment, id)} state={state} title={id}>
          {operation && <b>{typeLabel(operation.type) || t('Operation without a type')} </b>}
          <code>{shortId(id)}</code>
        </Link>
      ) : (
        <code className={styles.operation}>{id === '' ? t('(empty)') : id}</code>
      )}
      <Trouble environment={environment} reading={reading} />
      {reference && operation && <small className={styles.reference}>{t('reference for the others')}</small>}
    </th>
  );
}

function Status({ operation: { status, progress } }: { operation: NonNullable<Reading['operation']> }) {
  return (
    <>
      <StatusBadge tone={statusTone(status)}>{statusLabel(status) || t('No status sent')}</StatusBadge>
      {progress !== null && !isTerminal(status) && <span className="muted">{progress}%</span>}
    </>
  );
}

/** Why there is nothing in this column, or nothing new, and what can be done. */
function Trouble({ environment, reading }: { environment: string; reading: Reading }) {
  const { possible, operation, failure, retry } = reading;
  if (!possible) {
    return (
      <p className={styles.trouble}>
        {rich(
          'Not an operation’s ID: that is 1 to 128 letters, digits and {signs}. Remove it, or add the right one.',
          {
            signs: <code>. _ ~ -</code>,
          },
        )}
      </p>
    );
  }
  if (!failure) return null;
  const words =
    failure.status === 404
      ? t('{environment} knows no operation with this ID.', { environment: environmentLabel(environment) })
      : operation
        ? t('The last update failed; this is what was known before.')
        : t('It could not be loaded.');
  return (
    <div role="alert" className={styles.trouble}>
      <p>
        {words} <code>{failure.code}</code> {failure.message}
        {failure.requestId !== null && (
          <>
            {' '}
            request_id <code>{failure.requestId}</code>
          </>
        )}
      </p>
      <button type="button" className="button small" onClick={retry}>
        {t('Retry')}
      </button>
    </div>
  );
}
