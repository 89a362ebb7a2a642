import { RANGE_FIELDS, type SortKey } from '../../../toloka/filters.ts';
import { t } from '../../../words/words.ts';

/** A sort key in words: `Submitted, newest first`. */
export function sortKeyWords({ field, direction }: SortKey): string {
  const [ascending, descending] = RANGE_FIELDS[field].order;
  return t('{field}, {direction}', {
    field: t(RANGE_FIELDS[field].label),
    direction: t(direction === 'asc' ? ascending : descending),
  });
}

/** A sort in words: `Finished, newest first, then ID, ascending`. */
export function sortWords(keys: readonly SortKey[]): string {
  return keys.map(sortKeyWords).reduce((first, next) => t('{first}, then {next}', { first, next }));
}
