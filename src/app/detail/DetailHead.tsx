import { useRef, type RefObject } from 'react';
import type { Operation } from '../../toloka/operation.ts';
import { t } from '../../words/words.ts';
import { useAction } from '../actions.ts';
import { BackLink } from '../BackLink.tsx';
import { operationHref } from '../links.ts';
import { statusTone } from '../presentation.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { useArrival } from '../useArrival.ts';
import { WatchButton } from '../watch/WatchButton.tsx';
import { CompareWith } from './compareWith/CompareWith.tsx';
import { CopyMenu } from './copy/CopyMenu.tsx';
import styles from './DetailHead.module.css';
import type { ReadLog } from './log/LogHandle.tsx';
import { Neighbours, NeighboursRoom } from './neighbours/Neighbours.tsx';
import { statusWord } from './titles.ts';
import { UpdatesLine } from './UpdatesLine.tsx';

/** The way back, what this is, how it stands. Its boxes are there, in their size, before the operation is known. */
export function DetailHead({
  environment,
  id,
  heading,
  operation,
  whole,
  logHandle,
}: {
  environment: string;
  id: string;
  heading: string;
  /** Undefined while it may still come: its place is then kept. */
  operation: Operation | null | undefined;
  /** Whether more is drawn than what one comes for; the rest follows with the page's boxes, in room that is kept. */
  whole: boolean;
  /** Tells what has been read of the log; null where the ID is none, so that there is nothing to copy but it. */
  logHandle: RefObject<ReadLog | null> | null;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  useArrival(title);
  const link = () => new URL(operationHref(environment, id), window.location.href).href;
  return (
    <>
      <div className={styles.ways}>
        <BackLink environment={environment} />
        {whole ? (
          <Neighbours environment={environment} id={id} operation={operation ?? null} />
        ) : (
          <NeighboursRoom />
        )}
      </div>
      <div className={styles.head}>
        {operation !== null && (
          <div className={styles.state}>
            {operation && (
              <>
                <div role="status" aria-label={t('Operation status')}>
                  <StatusBadge tone={statusTone(operation.status)} large>
                    {statusWord(operation)}
                  </StatusBadge>
                </div>
                {whole && <UpdatesLine environment={environment} id={id} />}
              </>
            )}
          </div>
        )}
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {heading} <span className={styles.id}>{id}</span>
        </h1>
        <div className={styles.actions}>
          <WatchButton environment={environment} id={id} operation={operation} />
          <CopyButton label={t('Copy link')} text={link} {...useAction('copyLink')} />
          <CopyButton label={t('Copy ID')} text={() => id} data-action="copyId" />
          {logHandle && (
            <CopyMenu
              subject={{
                environment,
                id,
                operation: operation ?? null,
                readLog: () => logHandle.current?.() ?? null,
              }}
            />
          )}
          {operation !== null && <CompareWith environment={environment} operation={operation} />}
        </div>
      </div>
    </>
  );
}
