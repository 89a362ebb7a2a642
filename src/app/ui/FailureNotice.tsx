import type { ReactNode } from 'react';
import { t } from '../../words/words.ts';
import { CodeBlock } from './CodeBlock.tsx';
import { CopyButton } from './CopyButton.tsx';
import styles from './FailureNotice.module.css';

/** What a failure to load says: the server's own code and words, and the request ID that its support asks for. */
export function FailureNotice({
  title,
  code,
  message,
  requestId,
  answer = null,
  calm = false,
  children,
  onRetry,
}: {
  title: string;
  code: string;
  message: string;
  requestId: string | null;
  /** What came, where nothing could be made of it. */
  answer?: string | null;
  /** For what may well pass by itself. */
  calm?: boolean;
  /** What it means for the reader: how old the data are, when the next try comes, how to mend it. */
  children?: ReactNode;
  onRetry: () => void;
}) {
  return (
    <div role="alert" className={`${styles.notice} ${calm ? styles.calm : ''}`}>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <p>
          <code>{code}</code> {message}
        </p>
        {requestId !== null && (
          <p className={styles.small}>
            request_id <code>{requestId}</code>
          </p>
        )}
        {children}
        {answer !== null && (
          <details className={styles.answer}>
            <summary>{t('The answer')}</summary>
            <CopyButton label={t('Copy the answer')} text={() => answer} className="button small" />
            <CodeBlock text={answer} />
          </details>
        )}
      </div>
      <button type="button" className="button" onClick={onRetry}>
        {t('Retry')}
      </button>
    </div>
  );
}
