import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOUND_NAMES, RANGE_FIELD_NAMES } from '../toloka/filters.ts';
import { ABSENT_FINISHED } from './switches.ts';
import { everything, list, testEmulator, type PlainOperation } from './testEmulator.ts';

// Small, but with blocks of equal times; half an hour on, so that some have come in since it was made.
const emulator = testEmulator({ size: 2400 });
emulator.advance(1_800_000);
const all = await everything(emulator);

/** Time texts of one length, so that text order is time order. */
const full = (time: string | null | undefined) =>
  time ? `${time}${time.includes('.') ? '' : '.'}`.padEnd(26, '0') : null;
const valueOf = (row: PlainOperation, field: string) =>
  field === 'id' ? row.id : full(field === 'submitted' ? row.submitted : row.finished);

/** The same question answered the plain way: filter everything, sort everything, cut. */
function reference(
  query: Readonly<Record<string, string>>,
  absent: string,
): { rows: PlainOperation[]; keys: string[][] } {
  const rows = all.filter((row) =>
    Object.entries(query).every(([name, wanted]) => {
      if (name === 'type' || name === 'status') return row[name] === wanted;
      const [, field, bound] = /^(\w+)_(gt|gte|lt|lte)$/.exec(name) ?? [];
      if (!field) return true;
      const value = valueOf(row, field);
      const limit = field === 'id' ? wanted : full(wanted.includes('T') ? wanted : `${wanted}T00:00:00`)!;
      if (value === null) return false;
      return { gt: value > limit, gte: value >= limit, lt: value < limit, lte: value <= limit }[bound ?? ''];
    }),
  );
  const sort = (query['sort'] ?? 'submitted').split(',');
  const compare = (a: PlainOperation, b: PlainOperation) => {
    for (const key of sort) {
      const descending = key.startsWith('-');
      const [x, y] = [valueOf(a, key.replace('-', '')), valueOf(b, key.replace('-', ''))];
      if (x === y) continue;
      const nullFirst = absent === 'first' || absent === (descending ? 'largest' : 'smallest');
      if (x === null) return nullFirst ? -1 : 1;
      if (y === null) return nullFirst ? 1 : -1;
      return x < y === descending ? 1 : -1;
    }
    return 0;
  };
  rows.sort(compare);
  return { rows, keys: rows.map((row) => sort.map((key) => String(valueOf(row, key.replace('-', ''))))) };
}

const someTime = fc.constantFrom(...all.flatMap((row) => [row.submitted, row.finished ?? '2026-05-20']));
const boundEntry = fc
  .tuple(fc.constantFrom(...RANGE_FIELD_NAMES), fc.constantFrom(...BOUND_NAMES))
  .chain(([field, bound]) => {
    const value = field === 'id' ? fc.constantFrom(...all.map((row) => row.id)) : someTime;
    return value.map((text) => [`${field}_${bound}`, text] as const);
  });
const queries = fc
  .tuple(
    fc.option(fc.constantFrom(...new Set(all.map((row) => row.type))), { freq: 1 }),
    fc.option(fc.constantFrom(...new Set(all.map((row) => row.status))), { freq: 1 }),
    fc.array(boundEntry, { maxLength: 3 }),
    fc.option(
      fc
        .subarray(['submitted', 'finished', 'id'], { minLength: 1 })
        .chain((fields) =>
          fc
            .shuffledSubarray(fields, { minLength: fields.length })
            .chain((order) =>
              fc
                .tuple(...order.map((field) => fc.constantFrom(field, `-${field}`)))
                .map((keys) => keys.join(',')),
            ),
        ),
      { freq: 6 },
    ),
    fc.integer({ min: 1, max: 300 }),
  )
  .map(([type, status, bounds, sort, limit]): Record<string, string> => ({
    ...(type && { type }),
    ...(status && { status }),
    ...Object.fromEntries(bounds),
    ...(sort && { sort }),
    limit: String(limit),
  }));

describe('the list', () => {
  test('answers what filtering and sorting everything would', async () => {
    // 2,400 at first, and about one every six to ten seconds since.
    expect(all.length).toBeGreaterThan(2400 + 180);
    await fc.assert(
      fc.asyncProperty(queries, fc.constantFrom(...ABSENT_FINISHED), async (query, absentFinished) => {
        emulator.setSwitches({ absentFinished });
        const page = await list(emulator, new URLSearchParams(query).toString());
        const { rows, keys } = reference(query, absentFinished);
        const limit = Number(query['limit']);
        const sort = (query['sort'] ?? 'submitted').split(',');
        expect(page.has_more).toBe(rows.length > limit);
        expect(
          page.items.map((row) => sort.map((key) => String(valueOf(row, key.replace('-', ''))))),
        ).toEqual(keys.slice(0, limit));
        const wanted = new Map(rows.map((row) => [row.id, row]));
        for (const item of page.items) expect(wanted.get(item.id)).toEqual(item);
        expect(new Set(page.items.map((row) => row.id)).size).toBe(page.items.length);
      }),
      { numRuns: 200 },
    );
  });

  const middle = all.filter((row) => row.finished)[Math.floor(all.length / 2)]!;
  test.each(RANGE_FIELD_NAMES.flatMap((field) => BOUND_NAMES.map((bound) => [field, bound] as const)))(
    '%s_%s really narrows',
    async (field, bound) => {
      const query = { [`${field}_${bound}`]: String(middle[field]) };
      const narrowed = reference(query, 'largest').rows.length;
      expect(narrowed).toBeGreaterThan(0);
      expect(narrowed).toBeLessThan(all.length);
      expect(await countOf(new URLSearchParams(query).toString())).toBe(narrowed);
    },
  );

  async function countOf(query: string): Promise<number> {
    if (!query.startsWith('id_')) return (await everything(emulator, query)).length;
    // Paging by ID would give the bound twice, so these are counted type by type in one page each.
    const types = [...new Set(all.map((row) => row.type))];
    const statuses = [...new Set(all.map((row) => row.status))];
    let count = 0;
    for (const type of types) {
      for (const status of statuses) {
        const days = ['submitted_lt=2026-05-01', 'submitted_gte=2026-05-01'];
        for (const day of days)
          count += (await list(emulator, `${query}&type=${type}&status=${status}&${day}&limit=300`)).items
            .length;
      }
    }
    return count;
  }

  test('rows that tie come in an order that changes, the same for the same seed and request', async () => {
    const query = 'type=TASK_SUITE.BATCH_CREATE&sort=submitted&limit=300';
    const block = async (seed: number) => {
      const own = testEmulator({ seed, size: 2400 });
      const orders = [];
      for (let count = 0; count < 2; count += 1)
        orders.push((await list(own, query)).items.map((row) => row.id));
      return orders;
    };
    const [first, second] = await block(1);
    expect(second).not.toEqual(first);
    expect(await block(1)).toEqual([first, second]);
  });

  test.each([
    ['first', 'sort=finished', true],
    ['first', 'sort=-finished', true],
    ['last', 'sort=finished', false],
    ['last', 'sort=-finished', false],
    ['smallest', 'sort=finished', true],
    ['smallest', 'sort=-finished', false],
    ['largest', 'sort=finished', false],
    ['largest', 'sort=-finished', true],
  ] as const)('an absent finished sorts %s under %s', async (absentFinished, sort, atTop) => {
    emulator.setSwitches({ absentFinished });
    const page = await list(emulator, `${sort}&limit=1`);
    expect(page.items[0]?.finished === undefined || page.items[0].finished === null).toBe(atTop);
  });

  test('a bound on finished leaves out what has none', async () => {
    const rows = await everything(emulator, 'finished_lt=2100-01-01');
    expect(rows.length).toBe(all.filter((row) => row.finished).length);
    expect(rows.length).toBeLessThan(all.length);
  });

  test.each(['binary', 'folded', 'hashed'] as const)(
    'pages by ID are whole in the %s order',
    async (idOrder) => {
      const own = testEmulator({ size: 900, switches: { idOrder } });
      const ids = (await everything(own)).map((row) => row.id);
      expect(ids).toHaveLength(900);
      expect(new Set(ids).size).toBe(900);
      const isBinary = ids.every((id, index) => index === 0 || ids[index - 1]! < id);
      expect(isBinary).toBe(idOrder === 'binary');
    },
  );
});
