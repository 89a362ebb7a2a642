import { formatListSearch } from '../../../toloka/formatSearch.ts';
import { DEFAULT_SEARCH, type ListSearch } from '../../../toloka/listSearch.ts';
import type { Operation } from '../../../toloka/operation.ts';
import type { Place } from '../../../toloka/place.ts';
import { statusLabel, typeLabel } from '../../../toloka/vocabulary.ts';
import { t, type Text } from '../../../words/words.ts';
import { shortId } from '../../ui/format.ts';

/** The two ways out of an operation, as the links name them. */
export const WAYS = { before: 'Previous', after: 'Next' } as const satisfies Record<Place['side'], Text>;

/** The list that neighbours are looked for in, for people. */
export function listWords({ query }: ListSearch): string {
  if (query.find !== null) return t('what the search found');
  const bare =
    formatListSearch({ ...DEFAULT_SEARCH, query: { ...query, limit: DEFAULT_SEARCH.query.limit } }) === '';
  return bare ? t('all operations, newest first') : t('the list you came from');
}

/** What a neighbour is: `Opening a pool, Failed, 9f2c83d1…41ab`; its ID alone where no more is known. */
export function neighbourWords(id: string, operation: Operation | null): string {
  const words = operation ? [typeLabel(operation.type), statusLabel(operation.status)] : [];
  return [...words.filter((word) => word !== ''), shortId(id)].join(', ');
}

/** What a link to a neighbour says on hover, by what is known of it; `undefined` while nothing is. */
export function hintWords(
  side: Place['side'],
  search: ListSearch,
  found: { readonly id: string; readonly operation: Operation | null } | null | undefined,
): string {
  const list = listWords(search);
  if (found === null)
    return side === 'after'
      ? t('This is the last one in {list}', { list })
      : t('This is the first one in {list}', { list });
  const way = side === 'after' ? t('Next in {list}', { list }) : t('Previous in {list}', { list });
  return found ? `${way}: ${neighbourWords(found.id, found.operation)}` : way;
}
