import type { ReactNode } from 'react';
import type { ListSearch } from '../../toloka/listSearch.ts';
import { Announcer } from './Announcer.tsx';
import { ColumnsMenu } from './columns/ColumnsMenu.tsx';
import { Incomplete } from './Incomplete.tsx';
import { LiveRows } from './live/LiveRows.tsx';
import { LoadFailure } from './LoadFailure.tsx';
import { Nothing } from './Nothing.tsx';
import { Pager } from './Pager.tsx';
import { usePageState } from './pageState.ts';
import { countWords } from './places.ts';
import { StatusLine } from './StatusLine.tsx';
import { OperationsTable } from './table/OperationsTable.tsx';
import { FrozenClock } from './table/rowContext.ts';
import { Updates } from './Updates.tsx';
import type { Go } from './useListSearch.ts';
import { useScrollMemory } from './useScrollMemory.ts';
import { useShownPage } from './useShownPage.ts';
import styles from './Results.module.css';

/** What the list shows for a search without faults, in each of its states. */
export function Results({ environment, search, go }: { environment: string; search: ListSearch; go: Go }) {
  const shown = useShownPage(environment, search);
  const { page, rowsView, view, waiting, failure, refresh } = shown;
  useScrollMemory(failure !== null || (page !== null && !waiting));
  const { paused } = search;
  const notice = failure ? (
    <LoadFailure environment={environment} shown={shown} failure={failure} paused={paused} />
  ) : page?.missing ? (
    <Incomplete missing={page.missing} onRetry={() => void refresh()} />
  ) : null;
  // Over rows that somebody may be pointing at, a notice comes at the window's lower edge, where it moves nothing.
  const floats = page !== null && page.items.length > 0;
  return (
    <>
      <StatusLine page={page}>
        <Updates
          rowsView={rowsView}
          paused={paused}
          failing={failure !== null}
          onPause={() => go({ ...search, paused: !paused }, { replace: true })}
          refresh={refresh}
        />
        <ColumnsMenu />
      </StatusLine>
      {notice && !floats && <div className={styles.failure}>{notice}</div>}
      <LiveRows search={search} shown={shown}>
        {page?.items.length === 0 && !page.missing ? (
          <Nothing environment={environment} search={search} page={page} go={go} />
        ) : (
          (page !== null || failure === null) && (
            <Clock rowsView={rowsView} still={paused || failure !== null}>
              <OperationsTable
                environment={environment}
                search={search}
                rows={page?.items ?? null}
                dimmed={waiting}
                busy={waiting && failure === null}
              />
            </Clock>
          )
        )}
      </LiveRows>
      <Pager environment={environment} search={search} page={waiting ? null : page} go={go} />
      {notice && floats && <div className={styles.floating}>{notice}</div>}
      <Announcer view={view} text={page && !waiting ? countWords(page, 'operation') : null} />
    </>
  );
}

/** Lets the rows' clocks tick while rows are fresh; otherwise they show what was true at the last good answer. */
function Clock({ rowsView, still, children }: { rowsView: string; still: boolean; children: ReactNode }) {
  const frozenAt = usePageState(rowsView, (state) => (still ? (state?.dataUpdatedAt ?? null) : null));
  return <FrozenClock value={frozenAt}>{children}</FrozenClock>;
}
