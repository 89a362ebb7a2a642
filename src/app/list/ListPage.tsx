import { t } from '../../words/words.ts';
import { ConnectRoom } from '../ConnectRoom.tsx';
import { environmentLabel } from '../environments.ts';
import { useSetting } from '../settings.ts';
import { useTitle } from '../ui/useTitle.ts';
import { activeFilters } from './activeFilters.ts';
import { ExportMenu } from './export/ExportMenu.tsx';
import { FilterBar, FilterBarRoom } from './filters/FilterBar.tsx';
import { Later } from '../ui/Later.tsx';
import { ahead } from '../ui/parts.ts';
import { loadParts } from './later.ts';
import { Results } from './Results.tsx';
import { ShareMenu } from './share/ShareMenu.tsx';
import { useListSearch } from './useListSearch.ts';
import { useOverRows } from './useOverRows.ts';
import { useToday } from './useToday.ts';

const loadFindResults = ahead(() => import('./find/FindResults.tsx'));

/** The list of an environment's operations, as its URL says. */
export function ListPage({ environment }: { environment: string }) {
  const { search, go } = useListSearch(environment);
  const overRows = useOverRows(search);
  const zone = useSetting('zone');
  const filters = activeFilters(search.query, zone, useToday(zone)).map((filter) => filter.words);
  const { find } = search.query;
  useTitle(
    [
      ...(find === null ? [] : [t('“{text}”', { text: find })]),
      ...filters,
      t('Operations'),
      environmentLabel(environment),
    ].join(' · '),
  );
  return (
    <>
      <h1 tabIndex={-1} className="visually-hidden">
        {t('Operations')}
      </h1>
      <ConnectRoom />
      {overRows ? (
        <FilterBar
          search={search}
          onChange={go}
          actions={
            <>
              <ExportMenu environment={environment} search={search} />
              <ShareMenu environment={environment} search={search} />
            </>
          }
        />
      ) : (
        <FilterBarRoom />
      )}
      {search.faults.length > 0 ? (
        <Later load={loadParts} waiting={null}>
          {({ PARTS: { FaultyAddress } }) => <FaultyAddress count={search.faults.length} />}
        </Later>
      ) : find !== null ? (
        <Later load={loadFindResults}>
          {({ FindResults }) => (
            <FindResults key={environment} environment={environment} search={search} go={go} />
          )}
        </Later>
      ) : (
        <Results key={environment} environment={environment} search={search} go={go} overRows={overRows} />
      )}
    </>
  );
}
