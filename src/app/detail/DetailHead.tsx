import { useRef } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { Operation } from '../../toloka/operation.ts';
import { listHref, operationHref, readDetailState } from '../links.ts';
import { statusTone } from '../presentation.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './DetailHead.module.css';
import { statusWord } from './titles.ts';
import { useArrival } from './useArrival.ts';

/** The way back, what this is, how it stands. Its boxes are there, in their size, before the operation is known. */
export function DetailHead({
  environment,
  id,
  heading,
  operation,
}: {
  environment: string;
  id: string;
  heading: string;
  /** Undefined while it may still come: its place is then kept. */
  operation: Operation | null | undefined;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  useArrival(title);
  const link = () => new URL(operationHref(environment, id), window.location.href).href;
  return (
    <>
      <BackLink environment={environment} />
      <div className={styles.head}>
        <div className={styles.what}>
          <h1 ref={title} tabIndex={-1} className={styles.title}>
            {heading} <span className={styles.id}>{id}</span>
          </h1>
          {operation !== null && (
            <div className={styles.status}>
              {operation && (
                <div role="status" aria-label="Operation status">
                  <StatusBadge tone={statusTone(operation.status)} large>
                    {statusWord(operation)}
                  </StatusBadge>
                </div>
              )}
            </div>
          )}
        </div>
        <div className={styles.actions}>
          <CopyButton label="Copy link" text={link} />
          <CopyButton label="Copy ID" text={() => id} />
        </div>
      </div>
    </>
  );
}

/** The link to the list that one came from, with its filters and place; else to the environment's bare list. */
function BackLink({ environment }: { environment: string }) {
  const search = readDetailState(useLocation().state)?.listSearch ?? '';
  return (
    <Link className={styles.back} to={{ pathname: listHref(environment), search }}>
      <span aria-hidden="true">←</span> Back to operations
    </Link>
  );
}
