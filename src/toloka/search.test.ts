import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyParameters, validSearch } from '../../tests/fixtures/arbitraries.ts';
import { changeQuery, formatListSearch, writeQueryString } from './formatSearch.ts';
import { DEFAULT_SEARCH, MAX_STREAMS } from './listSearch.ts';
import { parseListSearch } from './parseSearch.ts';

const runs = { numRuns: 2000 };

test('a bare URL is the newest fifty operations', () => {
  expect(parseListSearch('')).toEqual({
    query: {
      types: [],
      statuses: [],
      bounds: {},
      sort: [{ field: 'submitted', direction: 'desc' }],
      limit: 50,
      find: null,
    },
    place: null,
    paused: false,
    faults: [],
  });
  expect(formatListSearch(DEFAULT_SEARCH)).toBe('');
});

test('a full URL says what the API’s own parameters say', () => {
  const text =
    'type=POOL.OPEN&type=ANALYTICS&status=FAIL&submitted_gte=now-24h&finished_lt=2026-11-20T10:00:00.5' +
    '&id_gt=57068577e4b0bf7b07a0256f&sort=-finished,id&limit=20&updates=paused' +
    '&after=2026-11-19T10:00:00.123456,op-1';
  expect(parseListSearch(text)).toEqual({
    query: {
      types: ['POOL.OPEN', 'ANALYTICS'],
      statuses: ['FAIL'],
      bounds: {
        submitted_gte: 'now-24h',
        finished_lt: '2026-11-20T10:00:00.5',
        id_gt: '57068577e4b0bf7b07a0256f',
      },
      sort: [
        { field: 'finished', direction: 'desc' },
        { field: 'id', direction: 'asc' },
      ],
      limit: 20,
      find: null,
    },
    place: { side: 'after', boundary: { values: ['2026-11-19T10:00:00.123456'], id: 'op-1' } },
    paused: true,
    faults: [],
  });
  expect(formatListSearch(parseListSearch(text))).toBe(text);
});

test.each([
  ['sort=-submitted&limit=50', ''],
  ['?status=FAIL', 'status=FAIL'],
  ['limit=20&status=FAIL', 'status=FAIL&limit=20'],
  ['status=FAIL&status=FAIL', 'status=FAIL'],
  ['submitted_gte=2026-11-20T10%3A00Z', 'submitted_gte=2026-11-20T10:00:00'],
  ['sort=-finished%2Cid', 'sort=-finished,id'],
  ['foo=a+b%26c', 'foo=a+b%26c'],
  ['limit=020', 'limit=20'],
  ['find=+20646589+&status=FAIL', 'status=FAIL&find=20646589'],
  ['find=%D0%BF%D1%83%D0%BB%20%26', 'find=%D0%BF%D1%83%D0%BB+%26'],
])('%s is written as %s', (text, written) => {
  expect(formatListSearch(parseListSearch(text))).toBe(written);
});

test('every valid search reads back exactly as it was written', () => {
  fc.assert(
    fc.property(validSearch, (search) => {
      expect(parseListSearch(formatListSearch(search))).toEqual(search);
    }),
    runs,
  );
});

test('whatever a URL says, writing and reading it again changes nothing, faults included', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyParameters.map((all) => new URLSearchParams(all).toString()),
        fc.string(),
      ),
      (text) => {
        const search = parseListSearch(text);
        const written = formatListSearch(search);
        expect(parseListSearch(written)).toEqual(search);
        expect(formatListSearch(parseListSearch(written))).toBe(written);
      },
    ),
    runs,
  );
});

/** Whether a parameter without fault is in force in the query, checked without the codec's own writer. */
function inForce(search: ReturnType<typeof parseListSearch>, name: string, value: string): boolean {
  const { query, place, paused } = search;
  if (name === 'type') return query.types.includes(value);
  if (name === 'status') return query.statuses.includes(value);
  if (name === 'limit') return query.limit === Number(value);
  if (name === 'find') return query.find === value.trim();
  if (name === 'updates') return paused && value === 'paused';
  if (name === 'sort') {
    const keys = query.sort.map((key) => (key.direction === 'desc' ? '-' : '') + key.field);
    return keys.join(',') === value;
  }
  if (name === 'after' || name === 'before') {
    return place?.side === name && value.endsWith(place.boundary.id);
  }
  const bound = Object.entries(query.bounds).find(([known]) => known === name)?.[1];
  return bound !== undefined && (bound === value || `${value.replace(/Z$/, '')}:00`.startsWith(bound));
}

test('nothing of a URL is lost: each parameter is in force or a fault, never both, never neither', () => {
  fc.assert(
    fc.property(anyParameters, (parameters) => {
      const given = [...new URLSearchParams(new URLSearchParams(parameters).toString())];
      const search = parseListSearch(new URLSearchParams(parameters).toString());
      const faults = search.faults.map((fault) => [fault.parameter, fault.value]);
      for (const [name, value] of given) {
        const faulty = faults.findIndex((fault) => fault[0] === name && fault[1] === value);
        if (faulty >= 0) faults.splice(faulty, 1);
        else expect(inForce(search, name, value), `${name}=${value}`).toBe(true);
      }
      expect(faults, 'faults that the URL does not hold').toEqual([]);
    }),
    runs,
  );
});

test('a suggestion, taken, mends its parameter', () => {
  fc.assert(
    fc.property(anyParameters, (parameters) => {
      for (const fault of parseListSearch(new URLSearchParams(parameters).toString()).faults) {
        if (fault.suggestion === null) continue;
        const mended = parseListSearch(writeQueryString([[fault.parameter, fault.suggestion]]));
        expect(mended.faults).toEqual([]);
      }
    }),
    runs,
  );
});

test.each([
  [
    'limit=50&limit=10',
    [
      ['limit', '50'],
      ['limit', '10'],
    ],
  ],
  [
    'sort=-submitted&sort=id',
    [
      ['sort', '-submitted'],
      ['sort', 'id'],
    ],
  ],
  [
    'id_gt=a&id_gt=a',
    [
      ['id_gt', 'a'],
      ['id_gt', 'a'],
    ],
  ],
])('of a parameter given twice, %s, neither counts', (text, faulty) => {
  const search = parseListSearch(text);
  expect(search.query).toEqual(DEFAULT_SEARCH.query);
  expect(search.faults.map((fault) => [fault.parameter, fault.value])).toEqual(faulty);
  expect(search.faults.map((fault) => fault.reason)).toEqual(['is given twice', 'is given twice']);
  expect(formatListSearch(search)).toBe(text);
});

test('more types and statuses than can be merged are a fault of the last one named', () => {
  const codes = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${name}=CODE_${name.toUpperCase()}${i}`);
  expect(MAX_STREAMS).toBe(32);
  expect(parseListSearch([...codes('type', 8), ...codes('status', 4)].join('&')).faults).toEqual([]);
  const types = parseListSearch(codes('type', 33).join('&'));
  expect(types.faults.map((fault) => [fault.parameter, fault.value])).toEqual([['type', 'CODE_TYPE32']]);
  const statuses = parseListSearch(codes('status', 40).join('&'));
  expect(statuses.faults).toEqual([
    {
      parameter: 'status',
      value: 'CODE_STATUS39',
      reason: 'and type together make 40 lists to merge; at most 32 are possible',
      suggestion: null,
    },
  ]);
  expect(parseListSearch(formatListSearch(statuses))).toEqual(statuses);
});

test('a change of the query is one step that also leaves the place and the faults it mended', () => {
  const search = parseListSearch('limit=1000&foo=1&updates=paused&after=2026-11-20T10:00:00,op-1');
  const changed = changeQuery(search, { statuses: ['FAIL'] }, ['limit']);
  expect(formatListSearch(changed)).toBe('status=FAIL&updates=paused&foo=1');
  const lost = parseListSearch('after=nowhere&status=FAIL');
  expect(formatListSearch(changeQuery(lost, { limit: 20 }))).toBe('status=FAIL&limit=20');
});
