import { describe, expect, test } from 'vitest';
import { formatListSearch } from '../../../toloka/formatSearch.ts';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import { faultName, faultWords, mendFault, withoutFault } from './faults.ts';

const BAD = 'status=FIAL&id_gt=&submitted_gte=yesterday&limit=1000&foo=1';
const mended = (query: string, index: number) => formatListSearch(mendFault(parseListSearch(query), index));
const removed = (query: string, index: number) =>
  formatListSearch(withoutFault(parseListSearch(query), index));

describe('mending a fault', () => {
  test('puts the suggestion in, and leaves the other faults', () => {
    expect(mended(BAD, 0)).toBe('status=FAIL&id_gt=&submitted_gte=yesterday&limit=1000&foo=1');
    expect(mended(BAD, 2)).toBe('submitted_gte=now-24h&status=FIAL&id_gt=&limit=1000&foo=1');
    expect(mended(BAD, 3)).toBe('limit=300&status=FIAL&id_gt=&submitted_gte=yesterday&foo=1');
  });

  test('makes a code that is there already no second one', () => {
    expect(mended('status=FAIL&status=FIAL', 0)).toBe('status=FAIL');
  });

  test('drops the place, which belonged to another list', () => {
    expect(mended('status=FIAL&sort=id&after=abc', 0)).toBe('status=FAIL&sort=id');
  });

  test('without a suggestion, or without the fault, changes nothing', () => {
    const search = parseListSearch(BAD);
    expect(mendFault(search, 4)).toBe(search);
    expect(mendFault(search, 99)).toBe(search);
  });
});

describe('removing a fault', () => {
  test('takes that one and no other', () => {
    expect(removed(BAD, 1)).toBe('status=FIAL&submitted_gte=yesterday&limit=1000&foo=1');
    expect(removed('foo=1&foo=2&foo=1', 2)).toBe('foo=1&foo=2');
  });
});

describe('a fault in words', () => {
  const inWords = (query: string) => parseListSearch(query).faults.map(faultWords)[0];

  test('quotes the value once', () => {
    expect(inWords('status=FIAL')).toEqual({
      parameter: 'status',
      value: null,
      reason: '“FIAL” is not a status',
    });
    expect(inWords('foo=1')).toEqual({
      parameter: 'foo',
      value: '1',
      reason: 'is not a filter of this list',
    });
    expect(inWords('id_gt=')?.reason).toBe('is empty');
    expect(inWords(`id_gt=${'a b '.repeat(50)}`)?.value).toBeNull();
  });

  test('fits on a chip, whatever the URL holds', () => {
    const [fault] = parseListSearch(`${'p'.repeat(5000)}=${'v'.repeat(100_000)}`).faults;
    if (!fault) throw new Error('no fault');
    const { parameter, value, reason } = faultWords(fault);
    for (const part of [parameter, value ?? '', reason]) expect(part.length).toBeLessThanOrEqual(120);
    expect(faultName(fault)).toMatch(/^p+…$/);
  });

  test('has a name even without a parameter', () => {
    const [fault] = parseListSearch('=1').faults;
    expect(fault && faultName(fault)).toBe('nameless parameter');
  });
});
