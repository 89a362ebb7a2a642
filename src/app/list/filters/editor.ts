import type { ListSearch } from '../../../toloka/listSearch.ts';
import type { Change } from '../useListSearch.ts';

/** What every editor of the bar gets: the search as shown, a way to change it, and a way to close its popover. */
export type EditorProps = {
  readonly search: ListSearch;
  /** One committed change: one history entry. A search that lists the same is no change and calls nobody. */
  readonly commit: (change: Change) => void;
  readonly close: () => void;
};
