import { expect, test } from 'vitest';
import { parseListSearch } from './parseSearch.ts';

test('the example of every kind of fault names each with its reason and the nearest value', () => {
  const search = parseListSearch('?status=FIAL&id_gt=&submitted_gte=yesterday&limit=1000&foo=1');
  expect(search.faults).toEqual([
    { parameter: 'status', value: 'FIAL', reason: '“FIAL” is not a status', suggestion: 'FAIL' },
    { parameter: 'id_gt', value: '', reason: 'is empty', suggestion: null },
    {
      parameter: 'submitted_gte',
      value: 'yesterday',
      reason: '“yesterday” is not a date',
      suggestion: 'now-24h',
    },
    { parameter: 'limit', value: '1000', reason: '“1000” is not a number from 1 to 300', suggestion: '300' },
    { parameter: 'foo', value: '1', reason: 'is not a filter of this list', suggestion: null },
  ]);
  expect(search.query.statuses).toEqual([]);
  expect(search.query.bounds).toEqual({});
  expect(search.query.limit).toBe(50);
});

test.each([
  ['type=POOL.OEPN', '“POOL.OEPN” is not a type', 'POOL.OPEN'],
  ['type=pool.open', '“pool.open” is not a type', 'POOL.OPEN'],
  ['type=open a pool', '“open a pool” is not a type', null],
  ['type=', 'is empty', null],
  ['status=', 'is empty', null],
  ['status=running', '“running” is not a status', 'RUNNING'],
  ['status=succes', '“succes” is not a status', 'SUCCESS'],
  ['status=FAIL!', '“FAIL!” is not a status', 'FAIL'],
  ['limit=0', '“0” is not a number from 1 to 300', '1'],
  ['limit=301', '“301” is not a number from 1 to 300', '300'],
  ['limit=-5', '“-5” is not a number from 1 to 300', '50'],
  ['limit=1e2', '“1e2” is not a number from 1 to 300', '50'],
  ['limit=', '“” is not a number from 1 to 300', '50'],
  ['sort=', 'has an empty sort key', null],
  ['sort=-submitted,', 'has an empty sort key', '-submitted'],
  ['sort=started', '“started” is not a sort key', null],
  ['sort=started,-id', '“started” is not a sort key', '-id'],
  ['sort=id,id', 'sorts by id twice', 'id'],
  ['sort=id,-id', 'sorts by id twice', null],
  ['sort=%2Bid', '“+id” is not a sort key', null],
  ['id_lt=a/b', '“a/b” cannot be an operation’s ID', null],
  ['id_lt=..', '“..” cannot be an operation’s ID', null],
  ['submitted_gt=2026-11-20 10:15', '“2026-11-20 10:15” is not a date', '2026-11-20T10:15:00'],
  ['submitted_gt= 2026-11-20', '“ 2026-11-20” is not a date', '2026-11-20'],
  ['submitted_gt=2026-02-30', '“2026-02-30” is not a date', null],
  ['finished_lte=now-1y', '“now-1y” is not a date', null],
  ['finished_lte=2026-11-20T10:00:00%2B03:00', '“2026-11-20T10:00:00+03:00” is not a date', null],
  ['find=', 'is empty', null],
  ['find=%20%09', 'is empty', null],
  [`find=${'x'.repeat(201)}`, 'has 201 characters; at most 200 are possible', null],
  ['updates=off', 'can only be “paused”', 'paused'],
  ['after=', 'is not a place in a list with this order', null],
  ['after=op-1', 'is not a place in a list with this order', null],
  ['before=-,op-1', 'is not a place in a list with this order', null],
  ['Status=FAIL', 'is not a filter of this list; did you mean status?', null],
  ['submited_gte=now', 'is not a filter of this list; did you mean submitted_gte?', null],
  ['offset=50', 'is not a filter of this list', null],
  ['__proto__=1', 'is not a filter of this list', null],
])('%s: “%s”, mended by %j', (text, reason, suggestion) => {
  const { faults } = parseListSearch(text);
  expect(faults.map((fault) => [fault.reason, fault.suggestion])).toEqual([[reason, suggestion]]);
});

test('a code that no version knows yet is asked for, a slip of a known one is not', () => {
  expect(parseListSearch('type=POOL.REPAINT&status=PAUSED').faults).toEqual([]);
  expect(parseListSearch('type=POOL.REPAINT&status=PAUSED').query).toMatchObject({
    types: ['POOL.REPAINT'],
    statuses: ['PAUSED'],
  });
  expect(parseListSearch('status=PENDNG').query.statuses).toEqual([]);
});

test('a second place in the list is a fault, whichever of the two can be read', () => {
  const good = '2026-11-20T10:00:00,op-1';
  const reasons = (text: string) =>
    parseListSearch(text).faults.map((fault) => [fault.parameter, fault.reason]);
  expect(reasons(`after=${good}&before=${good}`)).toEqual([['before', 'is a second place in the list']]);
  expect(reasons(`before=nowhere&after=${good}`)).toEqual([
    ['before', 'is not a place in a list with this order'],
    ['after', 'is a second place in the list'],
  ]);
  expect(parseListSearch(`before=nowhere&after=${good}`).place).toBeNull();
});

test('what is found has no pages, so a place beside it is a fault', () => {
  const { query, place, faults } = parseListSearch('after=2026-11-20T10:00:00,op-1&find=1080020&before=x');
  const reason = 'cannot be combined with find, which has no pages';
  expect(faults.map((fault) => [fault.parameter, fault.reason])).toEqual([
    ['after', reason],
    ['before', reason],
  ]);
  expect(query.find).toBe('1080020');
  expect(place).toBeNull();
});

test('a text to find that is given twice, or is too long, finds nothing rather than everything', () => {
  expect(parseListSearch('find=a&find=b').faults).toHaveLength(2);
  expect(parseListSearch(`find=${'x'.repeat(200)}`)).toMatchObject({
    faults: [],
    query: { find: 'x'.repeat(200) },
  });
});

test('a long value is shortened in the reason and kept whole in the fault', () => {
  const [fault] = parseListSearch(`id_gt=${'x'.repeat(200)}`).faults;
  expect(fault?.reason).toBe(`“${'x'.repeat(39)}…” cannot be an operation’s ID`);
  expect(fault?.value).toBe('x'.repeat(200));
});

test('a URL as long as a book is read in a moment', () => {
  const book = `type=${'A'.repeat(200_000)}&${'b'.repeat(200_000)}=1&sort=${'id,'.repeat(20_000)}`;
  const before = performance.now();
  expect(parseListSearch(book).faults).toHaveLength(3);
  expect(performance.now() - before).toBeLessThan(1000);
});
