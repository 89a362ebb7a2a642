import type { ListSearch } from '../../../toloka/listSearch.ts';
import { DEFAULT_SEARCH } from '../../../toloka/listSearch.ts';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import type { Action } from '../../actions.ts';
import { configuredEnvironments } from '../../environments.ts';
import { environmentOfPath, isListPath, operationOfPath } from '../../links.ts';
import { settings, type Settings } from '../../settings.ts';
import { midnightOf } from '../../views/readyMade.ts';
import type { View } from '../../views/view.ts';
import { savedViews } from '../../views/viewStore.ts';
import type { WatchedOperation } from '../../watch/watched.ts';
import { watchedNow } from '../../watch/watchStore.ts';
import { actionsHere } from '../controls.ts';

/** All that the palette's entries are made of, as it was when the palette was opened. */
export type Situation = {
  readonly environment: string;
  readonly environments: readonly string[];
  /** The list that is shown; on other pages the bare one. */
  readonly search: ListSearch;
  readonly onList: boolean;
  readonly operation: { readonly environment: string; readonly id: string } | null;
  readonly actions: ReadonlySet<Action>;
  readonly settings: Settings;
  readonly views: readonly View[];
  readonly watched: readonly WatchedOperation[];
  /** The beginning of today in the chosen zone, epoch ms. */
  readonly midnight: number;
  readonly origin: string;
};

/** Where somebody is, and what there is to be done. */
export function situationAt({ pathname, search, origin }: Location): Situation {
  const environments = configuredEnvironments();
  const onList = isListPath(pathname);
  const now = settings();
  return {
    environment: environmentOfPath(pathname) ?? environments[0] ?? '',
    environments,
    search: onList ? parseListSearch(search) : DEFAULT_SEARCH,
    onList,
    operation: operationOfPath(pathname),
    actions: actionsHere(),
    settings: now,
    views: savedViews().views,
    watched: watchedNow().entries,
    midnight: midnightOf(now.zone, Date.now()),
    origin,
  };
}
