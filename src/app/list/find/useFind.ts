import { useEffect, useSyncExternalStore } from 'react';
import { formatListSearch } from '../../../toloka/formatSearch.ts';
import type { ListQuery } from '../../../toloka/listSearch.ts';
import { walkList } from '../../api/listWalk.ts';
import { FindRun, type FindState } from './findRun.ts';

/** The search that was made last: whoever comes back to it from an operation's page finds it as it was left. */
let latest: { readonly name: string; readonly run: FindRun } | null = null;

function runOf(environment: string, query: ListQuery): FindRun {
  const name = `${environment}?${formatListSearch({ query, place: null, paused: false, faults: [] })}`;
  if (latest?.name !== name) latest = { name, run: new FindRun(environment, query, walkList) };
  return latest.run;
}

/** The search of a view: it goes on while the view is on screen, and is aborted when it is left. */
export function useFind(environment: string, query: ListQuery): { run: FindRun; state: FindState } {
  const run = runOf(environment, query);
  const state = useSyncExternalStore(run.subscribe, run.state);
  useEffect(() => {
    run.enter();
    return run.leave;
  }, [run]);
  return { run, state };
}
