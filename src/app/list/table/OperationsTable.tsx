import { useTable } from '@tanstack/react-table';
import { useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { formatListSearch } from '../../../toloka/formatSearch.ts';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { t } from '../../../words/words.ts';
import type { DetailState } from '../../detailState.ts';
import { operationHref } from '../../links.ts';
import { useSetting } from '../../settings.ts';
import { Departed } from '../live/departed.ts';
import { SELECT_COLUMN, SelectAllCell } from '../select/SelectBox.tsx';
import select from '../select/select.module.css';
import { useFetched } from '../../ui/parts.ts';
import { useBehind } from '../../ui/useBehind.ts';
import { loadParts } from '../later.ts';
import { useFollowed } from '../useReturn.ts';
import { useDepth } from '../useScrollMemory.ts';
import { useToday } from '../useToday.ts';
import type { ColumnFacts } from './arrangement.ts';
import { columnDefinitions, FEATURES } from './columns.tsx';
import { ColumnHeader } from './ColumnHeader.tsx';
import { OperationRow } from './OperationRow.tsx';
import { RowMenu } from './RowMenu.tsx';
import { FIRST_ROWS, rowsInSight } from './rowsInSight.ts';
import { useGrowing } from './useGrowing.ts';
import { useColumns } from './useColumns.ts';
import { showsYears } from './years.ts';
import { RowContext } from './rowContext.ts';
import { SkeletonRows } from './SkeletonRows.tsx';
import cards from './cards.module.css';
import styles from './OperationsTable.module.css';

const NO_ROWS: readonly Operation[] = [];
/** Whether rows were drawn since the page was loaded. */
let warm = false;

/**
 * The operations as a table, one line each; on small screens the same table is drawn as cards, which is why every
 * role is spelled out: changed `display` values would take the table's own away. `rows` is null until the first
 * answer; `view` names what they are the rows of; those that another page is about to replace are `dimmed`, and `busy` while
 * it is on its way.
 */
export function OperationsTable({
  environment,
  search,
  view,
  rows,
  dimmed,
  busy,
}: {
  environment: string;
  search: ListSearch;
  view: string;
  rows: readonly Operation[] | null;
  dimmed: boolean;
  busy: boolean;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const zone = useSetting('zone');
  const density = useSetting('density');
  const { shown, widths, gripOf } = useColumns();
  const definitions = useMemo(() => columnDefinitions(shown), [shown]);
  const today = useToday(zone);
  const handed = useHanded(search, rows, dimmed);
  const years = useMemo(() => showsYears(rows ?? NO_ROWS, today), [rows, today]);
  const table = useTable({
    features: FEATURES,
    columns: definitions,
    data: rows ?? NO_ROWS,
    getRowId: (operation) => operation.id,
  });
  // Where rows come in place of none, or of another view's, those in sight are painted first and the others right after: in
  // sight from where the window is about to be, with the row that the focus goes back to. A freshly loaded page begins with
  // the first few of them: it has done more before, and everything in it runs for the first time.
  const begun = useBehind(rows !== null, warm);
  const context = useMemo(
    () => ({ environment, handed, zone, today, controls: begun }),
    [environment, handed, zone, today, begun],
  );
  const departed = useContext(Departed);
  const depthIn = useDepth();
  useEffect(() => {
    warm ||= rows !== null;
  }, [rows]);
  const followed = useFollowed();
  const all = table.getRowModel().rows;
  const firstCount = (anew: boolean) => {
    const depth = depthIn(anew);
    const back = all.findIndex(({ id }) => operationHref(environment, id) === followed);
    const few = !begun && depth === 0;
    return Math.max(few ? FIRST_ROWS : rowsInSight(window, density, depth), 1 + back);
  };
  const count = useGrowing(begun && rows !== null ? view : null, firstCount, all.length);
  // Nobody can see one until they point at it.
  const parts = useFetched(loadParts);
  const gripFor = (id: string) => {
    const grip = parts && gripOf(id);
    return grip && <parts.PARTS.Grip label={labelOf(shown, id)} {...grip} />;
  };
  const framed = (
    <div
      ref={frame}
      tabIndex={-1}
      className={`${styles.frame} ${widths ? styles.measured : ''} ${density === 'compact' ? styles.compact : ''} ${cards.cards}`}
    >
      {busy && <div className={styles.busy} />}
      <table
        role="table"
        aria-label={t('Operations')}
        aria-busy={busy || rows === null || count < all.length}
        className={`${styles.table} ${years ? styles.years : ''} ${dimmed ? styles.dimmed : ''}`}
      >
        <colgroup>
          <col data-column={SELECT_COLUMN} className={select.col} />
          {table.getAllLeafColumns().map(({ id }) => (
            <col key={id} data-column={id} style={{ width: widths?.[id] }} />
          ))}
        </colgroup>
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row" data-words={t('Sort by')}>
              <SelectAllCell rows={rows ?? NO_ROWS} />
              {group.headers.map((header) => (
                <ColumnHeader
                  key={header.id}
                  id={header.id}
                  label={labelOf(shown, header.id)}
                  environment={environment}
                  search={search}
                  sort={header.column.columnDef.meta?.sort}
                  grip={gripFor(header.id)}
                />
              ))}
            </tr>
          ))}
        </thead>
        <RowContext value={context}>
          <tbody role="rowgroup">
            {rows === null ? (
              <SkeletonRows
                columns={table.getAllLeafColumns().map(({ id }) => id)}
                limit={search.query.limit}
              />
            ) : (
              all
                .slice(0, count)
                .map(({ id, original }) => (
                  <OperationRow key={id} operation={original} columns={shown} departure={departed.get(id)} />
                ))
            )}
          </tbody>
        </RowContext>
      </table>
    </div>
  );
  // Once an offer is followed the rows are about to go, and the focus must not go with them.
  const keepFocus = () => frame.current?.focus({ preventScroll: true });
  return (
    <RowMenu environment={environment} search={search} onFollowed={keepFocus}>
      {framed}
    </RowMenu>
  );
}

/** The way back to these rows, and their order where a text was found in them, which only they tell then. */
function useHanded(
  search: ListSearch,
  rows: readonly Operation[] | null,
  dimmed: boolean,
): () => DetailState {
  const latest = useRef({ search, rows });
  useLayoutEffect(() => {
    // Rows that are about to be replaced are still those of the view before.
    if (!dimmed) latest.current = { search, rows };
  });
  return useCallback(() => {
    const now = latest.current;
    const among = now.search.query.find === null ? undefined : now.rows?.map(({ id }) => id);
    return { listSearch: formatListSearch(now.search), ...(among && { among }) };
  }, []);
}

function labelOf(columns: readonly ColumnFacts[], id: string): string {
  const column = columns.find((shown) => shown.id === id);
  return column ? t(column.label) : id;
}
