import type { SortField, SortKey } from '../../../toloka/filters.ts';
import { opposite } from '../../../toloka/sort.ts';

/** How a column's header says that the list is sorted by it, for `aria-sort`. */
export type AriaSort = 'ascending' | 'descending' | 'none';

/** The state of a sortable column. Only the first key counts: the others just order its ties. */
export function ariaSort(sort: readonly SortKey[], field: SortField): AriaSort {
  const first = sort[0];
  if (first?.field !== field) return 'none';
  return first.direction === 'asc' ? 'ascending' : 'descending';
}

/**
 * The sort after a click on a column's header: the other direction when the list is sorted by it already (keys that
 * order its ties stay), else newest first by this column alone.
 */
export function toggledSort(sort: readonly SortKey[], field: SortField): readonly SortKey[] {
  const [first, ...others] = sort;
  if (first?.field !== field) return [{ field, direction: 'desc' }];
  return [{ field, direction: opposite(first.direction) }, ...others];
}
