import { environmentLabel } from '../environments.ts';
import { useSettings } from '../settings.ts';
import { useTitle } from '../ui/useTitle.ts';
import { activeFilters } from './activeFilters.ts';
import { FaultyAddress } from './FaultyAddress.tsx';
import { FilterBar } from './filters/FilterBar.tsx';
import { Results } from './Results.tsx';
import { useListSearch } from './useListSearch.ts';
import { useToday } from './useToday.ts';

/** The list of an environment's operations, as its URL says. */
export function ListPage({ environment }: { environment: string }) {
  const { search, go } = useListSearch(environment);
  const [{ zone }] = useSettings();
  const filters = activeFilters(search.query, zone, useToday(zone)).map((filter) => filter.words);
  useTitle([...filters, 'Operations', environmentLabel(environment)].join(' · '));
  return (
    <>
      <h1 className="visually-hidden">Operations</h1>
      <FilterBar search={search} onChange={go} />
      {search.faults.length > 0 ? (
        <FaultyAddress count={search.faults.length} />
      ) : (
        <Results key={environment} environment={environment} search={search} go={go} />
      )}
    </>
  );
}
