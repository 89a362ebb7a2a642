import { useRef, useState } from 'react';
import type { LogReading, LogView } from '../../api/log/logSession.ts';
import { t } from '../../../words/words.ts';
import { expectedMatches } from './logPlan.ts';
import { isComing } from './logWords.ts';
import { MOST_PLAIN, type ListProps } from './listProps.ts';
import { useOperationLog } from './operationLog.ts';
import { PlainItems } from './PlainItems.tsx';
import styles from './ItemBox.module.css';
import { useArrowKeys } from './useArrowKeys.ts';
import { useBoxScroll } from './useBoxScroll.ts';
import { useLogSearch } from './useLogSearch.ts';
import type { Opened } from './useOpened.ts';
import type { OpenView } from './viewSwitch.ts';
import { VirtualItems } from './VirtualItems.tsx';

/** Room that is kept for items to come, in px: for so many rows of the log, so that what stands below moves little. */
const ROW_HEIGHT = 37;
const MOST_RESERVED = 420;

/**
 * The list of items in a box of its own, so that what stands below a long log can still be reached. Up to 2,000 items
 * are all in the document, where the browser's own find sees them; of more, only those in sight.
 */
export function ItemBox({
  open,
  view,
  reading,
  marked,
  place,
  opened,
  dimmed,
  through,
}: {
  open: OpenView;
  view: LogView;
  reading: LogReading;
  marked: number | null;
  place: number | null;
  opened: Opened;
  dimmed: boolean;
  through: boolean;
}) {
  const { environment, operation } = useOperationLog();
  const box = useRef<HTMLDivElement>(null);
  const [virtualOf, setVirtualOf] = useState<OpenView | null>(null);
  // Once a list is virtual it stays so: to change back and forth would lose the place that one reads at.
  if (view.matches > MOST_PLAIN && virtualOf !== open) setVirtualOf(open);
  useArrowKeys(box);
  const list: ListProps = { open, view, box, marked, place, opened };
  useBoxScroll(box, `${environment}/${operation.id} ${keyOf(open)}`, marked === null);
  const rows = isComing(reading) ? expectedMatches(operation, open.filter) : 0;
  return (
    <div
      ref={box}
      className={`${styles.box} ${dimmed ? styles.dimmed : ''}`}
      style={{ minHeight: `${Math.min(rows * ROW_HEIGHT, MOST_RESERVED)}px` }}
      aria-busy={!through}
    >
      {view.matches === 0 ? (
        <Nothing reading={reading} through={through} />
      ) : virtualOf === open ? (
        <VirtualItems key={keyOf(open)} {...list} />
      ) : (
        <PlainItems key={keyOf(open)} {...list} />
      )}
    </div>
  );
}

/** Lists of different filters have nothing in common: each begins at its top. */
function keyOf({ filter }: OpenView): string {
  return JSON.stringify([filter.outcome, filter.cause, filter.text]);
}

function Nothing({ reading, through }: { reading: LogReading; through: boolean }) {
  const { search, go } = useLogSearch();
  if (!through)
    return <p className={styles.nothing}>{reading.items === 0 ? t('Loading…') : t('Nothing so far…')}</p>;
  const strange = search.cause !== null && !reading.causes.some(({ key }) => key === search.cause);
  return (
    <p className={styles.nothing}>
      {strange
        ? t('The log names no cause “{cause}”, so no item matches.', { cause: search.cause ?? '' })
        : t('No item matches.')}
      <button
        type="button"
        className="button small"
        onClick={() => go({ outcome: 'all', cause: null, text: '', item: null })}
      >
        {t('Show all items')}
      </button>
    </p>
  );
}
