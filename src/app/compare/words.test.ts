import { expect, test } from 'vitest';
import { addressFaults, parseCompareSearch } from './compareSearch.ts';
import { readPastedId } from './pastedId.ts';
import { differenceWords, lengthAt } from './spans.ts';
import { countDifference, departureOf, isCount, plainValues } from './values.ts';

const words = (text: string) => addressFaults(parseCompareSearch(text)).map((fault) => fault.words);

test('an address of two to four operations has no fault', () => {
  expect(parseCompareSearch('?id=a&id=b').ids).toEqual(['a', 'b']);
  expect(words('?id=a&id=b')).toEqual([]);
  expect(words('?id=a&id=b&id=c&id=d')).toEqual([]);
});

test('each fault of an address is named with its mend, and no ID is dropped', () => {
  expect(words('?id=a')).toEqual([
    'A comparison takes 2 to 4 operations, and this address names only one. Add another.',
  ]);
  expect(words('?id=a&id=b&id=c&id=d&id=e')).toEqual([
    'This address names 5 operations, and at most 4 can stand side by side. Remove one of them.',
  ]);
  expect(words('?id=a&id=b&id=c&id=d&id=e&id=f')[0]).toContain('Remove 2 of them.');
  expect(words('?id=a&id=b&id=a&foo=1')).toEqual([
    '“a” is named more than once. It has one column.',
    'The parameter “foo” means nothing to a comparison.',
  ]);
  expect(words('?id=a&id=a')).toHaveLength(2);
  expect(parseCompareSearch('?id=a&id=&id=a%2Fb&id=a').ids).toEqual(['a', '', 'a/b']);
});

const pasted = (text: string) => readPastedId(text, 'production', (name) => name.toUpperCase());

test.each([
  [' open-1 ', 'open-1'],
  ['http://localhost:4747/production/operations/open-1?tab=log#item-3', 'open-1'],
  ['/production/operations/open-1', 'open-1'],
  ['https://toloka.dev/api/v1/operations/open-1/log', 'open-1'],
  ['http://localhost:4747/production/operations/a%7Eb', 'a~b'],
])('%s names an operation', (text, id) => {
  expect(pasted(text)).toEqual({ id });
});

test.each([
  ['', 'Enter an operation’s ID or paste its link.'],
  ['two words', 'An ID is 1 to 128 letters, digits and . _ ~ -'],
  ['http://', 'An ID is 1 to 128 letters, digits and . _ ~ -'],
  ['http://localhost:4747/production/operations', 'This link does not lead to an operation.'],
  ['http://localhost:4747/production/operations/%', 'This link does not lead to an operation.'],
  [
    'http://localhost:4747/sandbox/operations/open-1',
    'This link is to SANDBOX; only operations of PRODUCTION can be compared here.',
  ],
])('“%s” names none, and why is said', (text, reason) => {
  expect(pasted(text)).toEqual({ reason });
});

test.each([
  [180_000, 100_000, '+1 min 20 s, 1.8×'],
  [100_000, 180_000, '−1 min 20 s, 0.56×'],
  [1200, 1240, 'the same'],
  [1300, 1200, '+0.1 s, 1.1×'],
  [101_000, 100_000, '+1 s'],
  [4_000_000, 1000, '+1 h 6 min, 4,000×'],
  [5000, 0, '+5 s'],
  [2000, 1000, '+1 s, 2×'],
  [10, 10_000_000, '−2 h 46 min'],
])('%d ms beside %d ms is told as %s', (ms, base, said) => {
  expect(differenceWords(ms, base)).toBe(said);
});

test('a span that goes on is counted in whole seconds, and never below none', () => {
  expect(lengthAt({ kind: 'live', since: 1000 }, 3999)).toBe(2000);
  expect(lengthAt({ kind: 'live', since: 5000 }, 1000)).toBe(0);
  expect(lengthAt({ kind: 'past', ms: 1234 }, 0)).toBe(1234);
});

test('values that differ never read the same', () => {
  const json = (value: string | number | null) => ({ kind: 'json', value }) as const;
  expect(plainValues([json('1'), json('2')])).toEqual(['1', '2']);
  expect(plainValues([json('1'), json(1)])).toEqual(['"1"', '1']);
  expect(plainValues([json('null'), json(null), { kind: 'missing' }])).toEqual(['"null"', 'null', null]);
  expect(plainValues([json(''), json(' a')])).toEqual(['""', '" a"']);
});

test('counts are written and held against each other as counts, numbers that name something are not', () => {
  const count = (value: number | string | null) => ({ kind: 'json', value }) as const;
  expect(['not_valid_count', 'counts.total_count', 'pool_id', 'count'].filter(isCount)).toEqual([
    'not_valid_count',
    'counts.total_count',
  ]);
  expect(plainValues([count(28_410), count('28410')], true)).toEqual(['28,410', '28410']);
  expect(plainValues([count(28_410)])).toEqual(['28410']);
  expect(countDifference(count(28_402), count(28_410))).toBe('−8');
  expect(countDifference(count(1240), count(0))).toBe('+1,240');
  expect(countDifference(count(5), count(5))).toBeNull();
  expect(countDifference(count('5'), count(4))).toBeNull();
});

test('in long texts that share most of their characters the place where they part is found', () => {
  const url = 'https://example.org/images/';
  expect(departureOf(`${url}0017.jpg`, `${url}0042.jpg`)).toEqual([`${url}00`, '17', '.jpg']);
  expect(departureOf(`${url}a.jpg`, `${url}ab.jpg`)).toEqual([`${url}a`, '', '.jpg']);
  expect(departureOf(`${url}😀.jpg`, `${url}😁.jpg`)).toEqual([url, '😀', '.jpg']);
  expect(departureOf('short', 'shout')).toBeNull();
  expect(departureOf('x'.repeat(40), 'y'.repeat(40))).toBeNull();
  expect(departureOf(url, url)).toBeNull();
});
