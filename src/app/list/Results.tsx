import type { ReactNode } from 'react';
import type { ListSearch } from '../../toloka/listSearch.ts';
import type { Operation } from '../../toloka/operation.ts';
import { readAt } from '../api/freshness.ts';
import { Guarded } from '../Guarded.tsx';
import { ColumnsMenu } from './columns/ColumnsMenu.tsx';
import { Later } from '../ui/Later.tsx';
import { useDrawn, useFetched } from '../ui/parts.ts';
import { loadParts } from './later.ts';
import { StripRoom } from './glance/StripRoom.tsx';
import { LiveRows } from './live/LiveRows.tsx';
import { SelectionDock } from './select/SelectionDock.tsx';
import { SelectionScope } from './select/SelectionScope.tsx';
import { usePageState } from './pageState.ts';
import { StatusLine, StatusLineRoom } from './StatusLine.tsx';
import { OperationsTable } from './table/OperationsTable.tsx';
import { FrozenClock } from './table/rowContext.ts';
import { Updates } from './Updates.tsx';
import type { Go } from './useListSearch.ts';
import { useScrollMemory } from './useScrollMemory.ts';
import { useShownPage } from './useShownPage.ts';
import styles from './Results.module.css';

const NO_ROWS: readonly Operation[] = [];

/** What the list shows for a search without faults, in each of its states; the line over the rows when it is time (`overRows`). */
export function Results({
  environment,
  search,
  go,
  overRows,
}: {
  environment: string;
  search: ListSearch;
  go: Go;
  overRows: boolean;
}) {
  const shown = useShownPage(environment, search);
  const { page, rowsView, view, waiting, failure, refresh } = shown;
  const drawn = failure !== null || (page !== null && !waiting);
  useScrollMemory(drawn);
  useDrawn(drawn);
  const { paused } = search;
  // What stands below the rows comes behind them.
  const parts = useFetched(loadParts)?.PARTS;
  const missing = page?.missing;
  const again = () => void refresh();
  const notice = (failure ?? missing) && (
    <Later load={loadParts} waiting={null} instead={failure && { words: failure.message, retry: again }}>
      {({ PARTS: { Incomplete, LoadFailure } }) =>
        failure ? (
          <LoadFailure environment={environment} shown={shown} failure={failure} paused={paused} />
        ) : (
          missing && <Incomplete missing={missing} onRetry={again} />
        )
      }
    </Later>
  );
  // Over rows that somebody may be pointing at, a notice comes at the window's lower edge, where it moves nothing.
  const floats = page !== null && page.items.length > 0;
  const rows = page?.items ?? NO_ROWS;
  const nothing = page?.items.length === 0 && !page.missing;
  const table = (items: readonly Operation[] | null) => (
    <Clock rowsView={rowsView} still={paused || failure !== null}>
      <Guarded what="The list" made={items} data={() => (items ?? []).map(({ raw }) => raw)}>
        <OperationsTable
          environment={environment}
          search={search}
          view={rowsView}
          rows={items}
          dimmed={waiting}
          busy={waiting && failure === null}
        />
      </Guarded>
    </Clock>
  );
  return (
    <SelectionScope view={rowsView} rows={rows}>
      {overRows ? (
        <StatusLine page={page}>
          <Updates
            rowsView={rowsView}
            view={view}
            paused={paused}
            failing={failure !== null}
            onPause={() => go((now) => ({ ...now, paused: !paused }), { replace: true })}
            refresh={refresh}
          />
          <ColumnsMenu />
        </StatusLine>
      ) : (
        <StatusLineRoom />
      )}
      {notice && !floats && <div className={styles.failure}>{notice}</div>}
      {!nothing && (page !== null || failure === null) && (
        <StripRoom ready={parts !== undefined && page !== null} go={go} rows={rows} view={rowsView} />
      )}
      <LiveRows search={search} shown={shown}>
        {nothing ? (
          <Later load={loadParts} waiting={table(null)}>
            {({ PARTS: { Nothing } }) => (
              <Nothing environment={environment} search={search} page={page} go={go} />
            )}
          </Later>
        ) : (
          (page !== null || failure === null) && table(page?.items ?? null)
        )}
      </LiveRows>
      {parts && (
        <parts.Pager environment={environment} search={search} page={waiting ? null : page} go={go} />
      )}
      {notice && floats && <div className={styles.floating}>{notice}</div>}
      <SelectionDock environment={environment} search={search} rows={rows} />
      {parts && <parts.Announcer view={view} page={waiting ? null : page} />}
    </SelectionScope>
  );
}

/** Lets the rows' clocks tick while rows are fresh; otherwise they show what was true at the last good answer. */
function Clock({ rowsView, still, children }: { rowsView: string; still: boolean; children: ReactNode }) {
  const frozenAt = usePageState(rowsView, (_, query) => (still ? readAt(query) || null : null));
  return <FrozenClock value={frozenAt}>{children}</FrozenClock>;
}
