import type { ListQuery } from '../../../toloka/listSearch.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { isKnownStatus, isTerminal } from '../../../toloka/vocabulary.ts';

/** Whether a reading of an operation says by itself that the filters leave it out: its status or type is another. */
export function hasLeftFilter({ status, type }: Operation, { statuses, types }: ListQuery): boolean {
  return (statuses.length > 0 && !statuses.includes(status)) || (types.length > 0 && !types.includes(type));
}

/** Whether an operation that ends can no longer match: the filters ask for statuses that come before the end only. */
export function leavesFilterWhenItEnds({ statuses }: ListQuery): boolean {
  return statuses.length > 0 && statuses.every((status) => isKnownStatus(status) && !isTerminal(status));
}
