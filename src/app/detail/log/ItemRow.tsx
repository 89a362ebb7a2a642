import { memo, useId, useMemo, type Ref } from 'react';
import type { LogEntry } from '../../api/log/logSession.ts';
import { plural, t } from '../../../words/words.ts';
import { formatCount } from '../../ui/format.ts';
import { FailIcon, SuccessIcon } from '../../ui/icons.tsx';
import { ItemDetail } from './ItemDetail.tsx';
import styles from './ItemRow.module.css';
import { faultToName, preview, readEntry, tellingPart, type ItemReading } from './itemText.ts';
import { outcomeWord, resultOf } from './logOutcome.ts';
import type { ItemLinks } from './useItemLinks.ts';

/** One item of a log: in one line what became of it and why; opened, all that the log says of it. */
export const ItemRow = memo(function ItemRow({
  ref,
  top,
  index,
  count,
  entry,
  links,
  open,
  marked,
  onToggle,
}: {
  ref?: Ref<HTMLLIElement>;
  /** Where it stands in a virtual list, in px. */
  top?: number;
  /** Its place in the list, from 0. */
  index: number;
  /** How many there are, where they are not all in the document: it grows while the log comes. */
  count?: number;
  /** Undefined until it has come from the log's reader: its place is then kept. */
  entry: LogEntry | undefined;
  links: ItemLinks;
  open: boolean;
  /** Whether the link is about it. */
  marked: boolean;
  onToggle: (item: number) => void;
}) {
  const reading = useMemo(() => entry && readEntry(entry), [entry]);
  return (
    <li
      ref={ref}
      id={reading && `item-${reading.number}`}
      data-index={index}
      aria-setsize={count}
      aria-posinset={count === undefined ? undefined : index + 1}
      aria-current={marked ? 'true' : undefined}
      className={`${styles.row} ${marked ? styles.marked : ''} ${top === undefined ? '' : styles.placed}`}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
    >
      {reading ? (
        <Known reading={reading} links={links} open={open} onToggle={onToggle} />
      ) : (
        <div className={styles.line}>
          <span className={styles.number}>…</span>
        </div>
      )}
    </li>
  );
});

function Known({
  reading,
  links,
  open,
  onToggle,
}: {
  reading: ItemReading;
  links: ItemLinks;
  open: boolean;
  onToggle: (item: number) => void;
}) {
  const detail = useId();
  const { number, item } = reading;
  return (
    <>
      <div className={styles.line}>
        <a
          className={styles.number}
          href={links.hrefOf(number)}
          aria-label={t('Item {item}', { item: formatCount(number) })}
          onClick={(event) => links.follow(event, number)}
        >
          #{formatCount(number)}
        </a>
        <button
          type="button"
          className={styles.summary}
          data-row=""
          aria-expanded={open}
          aria-controls={open ? detail : undefined}
          onClick={() => onToggle(number)}
        >
          <span className={`${styles.outcome} ${item.success ? styles.good : styles.bad}`}>
            {item.success ? <SuccessIcon /> : <FailIcon />} <span>{outcomeWord(item)}</span>
          </span>
          <span className={styles.what}>
            {item.success ? <Result reading={reading} /> : <Why reading={reading} cause={links.cause} />}
          </span>
          <code className={styles.sent}>{preview(tellingPart(reading.input))}</code>
        </button>
      </div>
      {open && <ItemDetail id={detail} reading={reading} />}
    </>
  );
}

function Result({ reading }: { reading: ItemReading }) {
  return <code>{resultOf(reading.output)}</code>;
}

function Why({ reading, cause }: { reading: ItemReading; cause: string | null }) {
  const fault = faultToName(reading, cause);
  const count = reading.item.faults.length;
  if (!fault)
    return <code>{preview(reading.output) || (reading.input === null ? preview(reading.whole) : '')}</code>;
  return (
    <>
      {count > 1 && <b className={styles.more}>{plural(count, '{n} cause', '{n} causes')}</b>}{' '}
      <code>{fault.path}</code> {fault.code} <span className={styles.quiet}>{fault.message}</span>
    </>
  );
}
