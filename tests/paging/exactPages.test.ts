import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListQuery } from '../../src/toloka/listSearch.ts';
import { createServerTraits } from '../../src/toloka/paging/serverTraits.ts';
import type { Page } from '../../src/toloka/paging/page.ts';
import { totalOrder } from '../../src/toloka/sort.ts';
import { manners, query, rows, RUNS } from './generated.ts';
import { createModelServer, type Manners, type Row } from './modelServer.ts';
import { comparable, expected, isSearched, tiesSorted } from './reference.ts';
import { walkPages } from './walkPages.ts';

test('each matching operation is on exactly one page, forward and backward, in every order', async () => {
  await fc.assert(
    fc.asyncProperty(rows, query, manners, async (all, wanted, server) => {
      const data = all;
      const { ask } = createModelServer(() => data, server);
      const traits = createServerTraits();
      const forward = await walkPages({ ask, query: wanted, traits: () => traits });
      expect(forward.ids.toSorted()).toEqual(expected(data, wanted, server));
      for (const page of forward.pages) expect(page.items.length).toBeLessThanOrEqual(wanted.limit);
      const searched = isSearched(wanted, server);
      if (!searched) expect(emptyPages(forward.pages)).toBe(0);

      const lastPage = forward.pages.at(-1);
      if (!lastPage?.previous) return;
      const backward = await walkPages({
        ask,
        query: wanted,
        side: 'before',
        place: { side: 'before', boundary: lastPage.previous },
        traits: () => traits,
      });
      // Whoever goes back to the first page must not be sent on to an empty one before it.
      if (!searched) expect(emptyPages(backward.pages)).toBe(0);
      const back = [...backward.ids, ...lastPage.items.map((item) => item.id)];
      const streams = wanted.types.length > 1 || wanted.statuses.length > 1;
      // Ties of different streams may stand otherwise within a page; everything else is the same to the last row.
      if (streams) expect(tiesSorted(back, data, wanted)).toEqual(tiesSorted(forward.ids, data, wanted));
      else expect(back).toEqual(forward.ids);
    }),
    { numRuns: RUNS },
  );
});

/** Pages without rows, but for the only one of an empty list. */
function emptyPages(pages: readonly Page[]): number {
  return pages.length === 1 ? 0 : pages.filter((page) => page.items.length === 0).length;
}

test('rows come in the order that was asked for, those without a finish time where the server puts them', async () => {
  await fc.assert(
    fc.asyncProperty(rows, query, manners, async (all, wanted, server) => {
      const data = all;
      const { ask } = createModelServer(() => data, server);
      const traits = createServerTraits();
      const { ids } = await walkPages({ ask, query: wanted, traits: () => traits });
      const marks = ids.map((id) =>
        orderMark(
          data.find((row) => row.id === id),
          wanted,
          server,
        ),
      );
      expect(marks).toEqual(marks.toSorted(compareMarks(wanted)));
    }),
    { numRuns: RUNS },
  );
});

/** A row's time keys in a form whose text order is their order, ascending; absent ones before or after all times. */
function orderMark(row: Row | undefined, wanted: ListQuery, server: Manners): string[] {
  return totalOrder(wanted.sort).keys.map(({ field, direction }) => {
    const value = row?.[field] ?? null;
    if (value !== null) return comparable(value);
    const first =
      server.absent === 'first' || server.absent === (direction === 'asc' ? 'smallest' : 'largest');
    return first === (direction === 'asc') ? '' : '~';
  });
}

function compareMarks(wanted: ListQuery): (a: string[], b: string[]) => number {
  const { keys } = totalOrder(wanted.sort);
  return (a, b) => {
    for (const [index, key] of keys.entries()) {
      const left = a[index] ?? '';
      const right = b[index] ?? '';
      if (left !== right) return left < right === (key.direction === 'asc') ? -1 : 1;
    }
    return 0;
  };
}
