import { useTable } from '@tanstack/react-table';
import { useDeferredValue, useMemo, useRef } from 'react';
import { formatListSearch } from '../../../toloka/formatSearch.ts';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { useSettings } from '../../settings.ts';
import { SELECT_COLUMN, SelectAllCell } from '../select/SelectBox.tsx';
import select from '../select/select.module.css';
import { useFetched } from '../../ui/parts.ts';
import { loadParts } from '../later.ts';
import { useMayGoDown } from '../useScrollMemory.ts';
import { useToday } from '../useToday.ts';
import type { ColumnFacts } from './arrangement.ts';
import { columnDefinitions, FEATURES } from './columns.tsx';
import { ColumnHeader } from './ColumnHeader.tsx';
import { OperationRow } from './OperationRow.tsx';
import { RowMenu } from './RowMenu.tsx';
import { useColumns } from './useColumns.ts';
import { showsYears } from './years.ts';
import { RowContext } from './rowContext.ts';
import { SkeletonRows } from './SkeletonRows.tsx';
import cards from './cards.module.css';
import styles from './OperationsTable.module.css';

const NO_ROWS: readonly Operation[] = [];
/** More rows than a large screen shows. */
const IN_SIGHT = 24;

/**
 * The operations as a table, one line each; on small screens the same table is drawn as cards, which is why every
 * role is spelled out: changed `display` values would take the table's own away. `rows` is null until the first
 * answer; rows that another page is about to replace are `dimmed`, and `busy` while it is on its way.
 */
export function OperationsTable({
  environment,
  search,
  rows,
  dimmed,
  busy,
}: {
  environment: string;
  search: ListSearch;
  rows: readonly Operation[] | null;
  dimmed: boolean;
  busy: boolean;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [{ zone, density }] = useSettings();
  const { shown, widths, gripOf } = useColumns();
  const definitions = useMemo(() => columnDefinitions(shown), [shown]);
  const today = useToday(zone);
  const listSearch = useMemo(() => formatListSearch(search), [search]);
  const found = search.query.find === null ? null : rows;
  const among = useMemo(() => found && found.map(({ id }) => id), [found]);
  const context = useMemo(
    () => ({ environment, listSearch, among, zone, today }),
    [environment, listSearch, among, zone, today],
  );
  const years = useMemo(() => showsYears(rows ?? NO_ROWS, today), [rows, today]);
  const table = useTable({
    features: FEATURES,
    columns: definitions,
    data: rows ?? NO_ROWS,
    getRowId: (operation) => operation.id,
  });
  // Where rows come in place of none, those in sight are painted first and the others right after.
  const come = useDeferredValue(rows !== null);
  const complete = useMayGoDown() || come;
  const all = table.getRowModel().rows;
  const lines = complete ? all : all.slice(0, IN_SIGHT);
  // Nobody can see them until they point at one.
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
        aria-label="Operations"
        aria-busy={busy || rows === null || !complete}
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
            <tr key={group.id} role="row">
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
                >
                  <table.FlexRender header={header} />
                </ColumnHeader>
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
              lines.map(({ id, original }) => <OperationRow key={id} operation={original} columns={shown} />)
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

function labelOf(columns: readonly ColumnFacts[], id: string): string {
  return columns.find((column) => column.id === id)?.label ?? id;
}
