import type { ReactNode } from 'react';
import styles from './FailureNotice.module.css';

/** What a failure to load says: the server's own code and words, and the request ID that its support asks for. */
export function FailureNotice({
  title,
  code,
  message,
  requestId,
  calm = false,
  children,
  onRetry,
}: {
  title: string;
  code: string;
  message: string;
  requestId: string | null;
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
      </div>
      <button type="button" className="button" onClick={onRetry}>
        Retry
      </button>
    </div>
  );
}
