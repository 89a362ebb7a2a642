import { Fragment, useId, useState } from 'react';
import { plural, t } from '../../words/words.ts';
import { formatCount } from '../ui/format.ts';
import { ChevronIcon } from '../ui/icons.tsx';
import { ColumnHead } from './ColumnHead.tsx';
import styles from './CompareTable.module.css';
import { GROUPS, type FactRow } from './comparison.ts';
import { FactRowView } from './FactRowView.tsx';
import type { Reading } from './useReadings.ts';

/** More rows than this are not drawn at once: nobody reads them in one go, and the page has to stay quick. */
const ROWS = 300;

/** What scrolls must be reachable by those who scroll with keys. */
const SCROLLABLE = { tabIndex: 0 } as const;

/**
 * Facts as rows, operations as columns. What differs stands first; the rest is behind a button. Where the columns do
 * not fit, the table scrolls within its own region.
 */
export function CompareTable({
  environment,
  readings,
  listed,
  same,
  onRemove,
}: {
  environment: string;
  readings: readonly Reading[];
  /** Null while the operations are still to come. */
  listed: readonly FactRow[] | null;
  same: readonly FactRow[];
  onRemove: ((id: string) => void) | null;
}) {
  const body = useId();
  const [open, setOpen] = useState(false);
  const columns = readings.length;
  return (
    <div
      role="region"
      aria-label={t('Comparison')}
      {...SCROLLABLE}
      className={styles.region}
      data-columns={columns}
    >
      <table className={styles.table} aria-busy={listed === null}>
        <caption className="visually-hidden">{t('Fields of the operations, side by side')}</caption>
        <colgroup>
          <col className={styles.names} />
          {readings.map(({ id }) => (
            <col key={id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <span className="visually-hidden">{t('Field')}</span>
            </th>
            {readings.map((reading, index) => (
              <ColumnHead
                key={reading.id}
                environment={environment}
                reading={reading}
                reference={index === 0 && columns > 1}
                onRemove={onRemove}
              />
            ))}
          </tr>
        </thead>
        {listed === null ? (
          <SkeletonRows columns={columns} />
        ) : (
          <FactGroups rows={listed} columns={columns} />
        )}
        {same.length > 0 && (
          <tbody>
            <tr>
              <td colSpan={columns + 1} className={styles.fold}>
                <button
                  type="button"
                  className={`button ghost small ${styles.opener}`}
                  aria-expanded={open}
                  aria-controls={body}
                  onClick={() => setOpen(!open)}
                >
                  <ChevronIcon />
                  {plural(same.length, '{n} field is the same', '{n} fields are the same')}
                </button>
              </td>
            </tr>
          </tbody>
        )}
        {same.length > 0 && open && <FactGroups id={body} rows={same} columns={columns} />}
      </table>
    </div>
  );
}

function FactGroups({ id, rows, columns }: { id?: string; rows: readonly FactRow[]; columns: number }) {
  const [most, setMost] = useState(ROWS);
  const shown = rows.slice(0, most);
  const groups = GROUPS.map((group) => ({ group, facts: shown.filter((row) => row.group === group) }));
  return (
    <>
      {groups
        .filter(({ facts }) => facts.length > 0)
        .map(({ group, facts }, index) => (
          <Fragment key={group}>
            <tbody id={index === 0 ? id : undefined}>
              <tr>
                <th scope="rowgroup" colSpan={columns + 1} className={styles.group}>
                  <span>{t(group)}</span>
                </th>
              </tr>
              {facts.map((row) => (
                <FactRowView key={row.key} row={row} />
              ))}
            </tbody>
          </Fragment>
        ))}
      {rows.length > most && (
        <tbody>
          <tr>
            <td colSpan={columns + 1} className={styles.fold}>
              <button type="button" className="button small" onClick={() => setMost(most + ROWS)}>
                {t('Show {count} more of {total}', {
                  count: formatCount(Math.min(ROWS, rows.length - most)),
                  total: formatCount(rows.length - most),
                })}
              </button>
            </td>
          </tr>
        </tbody>
      )}
    </>
  );
}

const SKELETON = ['a', 'b', 'c', 'd', 'e', 'f'];

function SkeletonRows({ columns }: { columns: number }) {
  return (
    <tbody aria-hidden="true">
      {SKELETON.map((name) => (
        <tr key={name}>
          {Array.from({ length: columns + 1 }, (_, index) => (
            <td key={index}>
              <span className={styles.bone}>&nbsp;</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
