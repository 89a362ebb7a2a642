import { formatListSearch } from '../../../toloka/formatSearch.ts';
import { DEFAULT_SEARCH, type ListSearch } from '../../../toloka/listSearch.ts';
import type { Operation } from '../../../toloka/operation.ts';
import type { Place } from '../../../toloka/place.ts';
import { statusLabel, typeLabel } from '../../../toloka/vocabulary.ts';
import { shortId } from '../../ui/format.ts';

/** The two ways out of an operation, as the links name them. */
export const WAYS = { before: 'Previous', after: 'Next' } as const satisfies Record<Place['side'], string>;

/** The list that neighbours are looked for in, for people. */
export function listWords({ query }: ListSearch): string {
  if (query.find !== null) return 'what the search found';
  const bare =
    formatListSearch({ ...DEFAULT_SEARCH, query: { ...query, limit: DEFAULT_SEARCH.query.limit } }) === '';
  return bare ? 'all operations, newest first' : 'the list you came from';
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
  const among = listWords(search);
  if (found === undefined) return `${WAYS[side]} in ${among}`;
  if (found === null) return `This is the ${side === 'after' ? 'last' : 'first'} one in ${among}`;
  return `${WAYS[side]} in ${among}: ${neighbourWords(found.id, found.operation)}`;
}
