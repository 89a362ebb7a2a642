import fc from 'fast-check';
import type { SortKey } from '../../src/toloka/filters.ts';
import type { ListQuery } from '../../src/toloka/listSearch.ts';
import type { Manners, Row } from './modelServer.ts';

/** Generated walks in `npm test`; `npm run check:paging` sets more. */
export const RUNS = Number(process.env['PAGING_RUNS'] ?? 400);

export const time = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom('', '.500', '.500000', '.123456'))
  .map(([second, fraction]) => `2026-11-20T10:00:0${second}${fraction}`);

export const rows = fc
  .array(
    fc.record({
      type: fc.constantFrom('POOL.OPEN', 'POOL.CLOSE', 'POOL.NEW_KIND'),
      status: fc.constantFrom('PENDING', 'RUNNING', 'SUCCESS', 'FAIL', 'PAUSED'),
      submitted: time,
      end: time,
      lacks: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 60, size: 'max' },
  )
  .map((list) =>
    list.map(({ end, lacks, ...row }, index): Row => {
      const ended = row.status === 'SUCCESS' || row.status === 'FAIL';
      // Nearly every running one lacks `finished`; nearly every ended one has it.
      return { ...row, id: `op-${index}`, finished: (ended ? lacks > 0 : lacks > 8) ? end : null };
    }),
  );

const sort: fc.Arbitrary<SortKey[]> = fc
  .shuffledSubarray(['submitted', 'finished', 'id'] as const, { minLength: 1 })
  .chain((fields) =>
    fc.tuple(
      ...fields.map((field) =>
        fc.constantFrom('asc' as const, 'desc' as const).map((direction) => ({ field, direction })),
      ),
    ),
  );

const bounds = fc.record(
  {
    submitted_gte: time,
    submitted_gt: time,
    submitted_lt: time,
    finished_lte: time,
    finished_gt: time,
    id_gt: fc.constantFrom('op-3', 'op-40', 'op-7'),
    id_lte: fc.constantFrom('op-9', 'op-55', 'op-20'),
  },
  { requiredKeys: [] },
);

export const query: fc.Arbitrary<ListQuery> = fc.record({
  types: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray(['POOL.OPEN', 'POOL.NEW_KIND']) },
  ),
  statuses: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    {
      weight: 2,
      arbitrary: fc.subarray(['RUNNING', 'FAIL', 'PENDING', 'SUCCESS', 'PAUSED'], {
        minLength: 1,
        maxLength: 3,
      }),
    },
  ),
  bounds: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: bounds }),
  sort,
  limit: fc.integer({ min: 1, max: 12 }),
  find: fc.constant(null),
});

export const manners: fc.Arbitrary<Manners> = fc
  .record({
    absent: fc.constantFrom('first' as const, 'last' as const, 'smallest' as const, 'largest' as const),
    salt: fc.integer({ min: 1, max: 50 }),
  })
  .map(({ absent, salt }) => ({ absent, idOrder: scrambled(salt) }));

/** An order of IDs that has nothing to do with their text. */
function scrambled(salt: number): (id: string) => string {
  return (id) => {
    const number = Number(id.replace('op-', ''));
    return `${String((number * (2 * salt + 1) * 37) % 1009).padStart(4, '0')}${id}`;
  };
}
