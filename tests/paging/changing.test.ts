import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createServerTraits } from '../../src/toloka/paging/serverTraits.ts';
import { totalOrder } from '../../src/toloka/sort.ts';
import { manners, query, rows, RUNS, time } from './generated.ts';
import { createModelServer, type Row } from './modelServer.ts';
import { expected } from './reference.ts';
import { walkPages } from './walkPages.ts';

/** What can happen between two pages: a new operation arrives, or the n-th one moves on in its life. */
const change = fc.oneof(
  fc.record({ arrives: time }),
  fc.record({ moves: fc.integer({ min: 0, max: 59 }), at: time }),
);

const NEXT: Readonly<Record<string, string>> = { PENDING: 'RUNNING', RUNNING: 'SUCCESS' };

test('what is there throughout is neither lost nor doubled while operations arrive and finish', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      query,
      manners,
      fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }),
      async (all, wanted, server, changes) => {
        let data = all;
        const { keys } = totalOrder(wanted.sort);
        const place = (row: Row) => keys.map(({ field }) => row[field]).join();
        const before = new Map(data.map((row) => [row.id, place(row)]));
        let lasting = new Set(expected(data, wanted, server));

        const { ask } = createModelServer(() => data, server);
        const traits = createServerTraits();
        const { ids } = await walkPages({
          ask,
          query: wanted,
          traits: () => traits,
          between: (page) => {
            if (page === 0) return;
            for (const event of changes[page - 1] ?? []) data = happen(data, event);
            const still = new Set(expected(data, wanted, server));
            const stays = new Set(
              data.filter((row) => before.get(row.id) === place(row)).map((row) => row.id),
            );
            lasting = new Set([...lasting].filter((id) => still.has(id) && stays.has(id)));
          },
        });
        const seen = ids.filter((id) => lasting.has(id)).sort();
        expect(seen).toEqual([...lasting].sort());
      },
    ),
    { numRuns: RUNS },
  );
});

function happen(data: readonly Row[], event: { arrives: string } | { moves: number; at: string }): Row[] {
  if ('arrives' in event) {
    const id = `op-${100 + data.length}`;
    return [...data, { id, type: 'POOL.OPEN', status: 'PENDING', submitted: event.arrives, finished: null }];
  }
  return data.map((row, index) => {
    const status = NEXT[row.status];
    if (index !== event.moves || !status) return row;
    return { ...row, status, finished: status === 'SUCCESS' ? event.at : row.finished };
  });
}
