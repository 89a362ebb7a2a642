import { t } from '../../words/words.ts';
import type { Operation } from '../operation.ts';
import { boundaryOf, type Boundary, type Place } from '../place.ts';
import type { TotalOrder } from '../sort.ts';
import type { PageReading } from './page.ts';

/**
 * The operation next to another one in a list. `place` is that of the page on which it stands, null when that is the
 * page that was looked at first.
 */
export type NeighbourFound = { readonly operation: Operation; readonly place: Place | null };

/** What a page tells of what comes `before` or `after` an operation. */
export type OnPage =
  | ({ readonly kind: 'found' } & NeighbourFound)
  /** The list ended here when the page was read. */
  | { readonly kind: 'end' }
  /** The operation is at the page's edge: its neighbour stands beyond this row, on another page. */
  | { readonly kind: 'beyond'; readonly from: Boundary }
  /** The operation is not on this page. */
  | { readonly kind: 'absent' };

/**
 * Looks for an operation's neighbour on a page. Where the page ends is what it said when it was read: a row that has
 * changed since, so that it sorts elsewhere now, still has its neighbours of then.
 */
export function neighbourOnPage(page: PageReading, id: string, side: Place['side']): OnPage {
  if (page.missing) return { kind: 'absent' };
  const down = page.side === 'after';
  const rows = down ? [...page.items, ...page.beyond] : [...page.beyond, ...page.items];
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) return { kind: 'absent' };
  const operation = side === 'after' ? rows[at + 1] : rows[at - 1];
  if (operation) {
    const edge = down ? page.next : page.previous;
    const place = page.items.includes(operation) || !edge ? null : { side: page.side, boundary: edge };
    return { kind: 'found', operation, place };
  }
  const edge = side === page.side ? page.reach : side === 'after' ? page.next : page.previous;
  return edge ? { kind: 'beyond', from: edge } : { kind: 'end' };
}

/** A page may come empty although rows follow (see `loadPage`); after this many in a row the search is given up. */
const MOST_EMPTY = 3;

/**
 * Finds the operation before or after another one in a list, exactly, over page borders: from the page on which it
 * stands, if that is known, else by its own place in the list's order. Never the operation itself, wherever it has moved
 * meanwhile. Null where the list ends. Throws when a part of the list could not be read, since the neighbour might be
 * in it, and whatever `read` throws.
 */
export async function findNeighbour({
  operation,
  side,
  order,
  page,
  read,
}: {
  readonly operation: Operation;
  readonly side: Place['side'];
  readonly order: TotalOrder;
  readonly page: PageReading | null;
  readonly read: (place: Place) => Promise<PageReading>;
}): Promise<NeighbourFound | null> {
  const onPage: OnPage = page ? neighbourOnPage(page, operation.id, side) : { kind: 'absent' };
  if (onPage.kind === 'found') return onPage;
  if (onPage.kind === 'end') return null;
  let boundary = onPage.kind === 'beyond' ? onPage.from : boundaryOf(operation, order);
  // Only `finished` may be missing in a place (see `parseBoundary`); the API's reference requires `submitted`.
  if (boundary.values.some((value, at) => value === null && order.keys[at]?.field !== 'finished'))
    throw new Error(
      t('The operation came without a time that the list is sorted by, so it has no place in it.'),
    );
  for (let empty = 0; empty < MOST_EMPTY; empty++) {
    const place: Place = { side, boundary };
    const { items, next, previous, missing } = await read(place);
    if (missing?.[0]) throw missing[0].error;
    const others = items.filter(({ id }) => id !== operation.id);
    const found = side === 'after' ? others[0] : others.at(-1);
    if (found) return { operation: found, place };
    const further = side === 'after' ? next : previous;
    if (!further) return null;
    boundary = further;
  }
  throw new Error(t('Among the operations that were looked through none belongs to the list.'));
}
