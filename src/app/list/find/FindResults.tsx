import { formatListSearch } from '../../../toloka/formatSearch.ts';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { t } from '../../../words/words.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useDrawn } from '../../ui/parts.ts';
import { useSetting } from '../../settings.ts';
import { SelectionDock } from '../select/SelectionDock.tsx';
import { SelectionScope } from '../select/SelectionScope.tsx';
import { OperationsTable } from '../table/OperationsTable.tsx';
import { FrozenClock } from '../table/rowContext.ts';
import type { Go } from '../useListSearch.ts';
import { useScrollMemory } from '../useScrollMemory.ts';
import { useToday } from '../useToday.ts';
import { FindStatus } from './FindStatus.tsx';
import { findWords } from './findWords.ts';
import { NothingFound } from './NothingFound.tsx';
import { useFind } from './useFind.ts';
import styles from './find.module.css';

/** The operations of a view that hold a text, as they are found: one list that grows, without pages. */
export function FindResults({
  environment,
  search,
  go,
}: {
  environment: string;
  search: ListSearch;
  go: Go;
}) {
  const { run, state } = useFind(environment, search.query);
  const zone = useSetting('zone');
  const today = useToday(zone);
  const { phase, found, failure } = state;
  const begun = state.searched > 0 || phase === 'ended';
  useScrollMemory(begun || failure !== null);
  useDrawn(begun || failure !== null);
  const view = formatListSearch({ ...search, paused: false });
  return (
    <SelectionScope view={view} rows={found}>
      <FindStatus query={search.query} run={run} state={state} />
      {failure && (
        <div className={styles.failure}>
          <FailureNotice
            title={begun ? t('The search had to stop here') : t('The search could not begin')}
            code={failure.code}
            message={failure.message}
            requestId={failure.requestId}
            onRetry={run.goOn}
          >
            {found.length > 0 && (
              <p>{t('What was found stays below; the search can go on from where it stopped.')}</p>
            )}
          </FailureNotice>
        </div>
      )}
      {begun && found.length === 0 ? (
        <NothingFound search={search} state={state} go={go} />
      ) : (
        (begun || failure === null) && (
          <FrozenClock value={state.readAt}>
            <OperationsTable
              environment={environment}
              search={search}
              view={view}
              rows={begun ? found : null}
              dimmed={false}
              busy={phase === 'searching'}
            />
          </FrozenClock>
        )
      )}
      <SelectionDock environment={environment} search={search} rows={found} />
      <p role="status" className="visually-hidden">
        {phase === 'searching' || phase === 'left' ? '' : findWords(state, search.query, zone, today)}
      </p>
    </SelectionScope>
  );
}
