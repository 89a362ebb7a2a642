import { describe, expect, test } from 'vitest';
import { LIST_PARAMETERS } from '../toloka/filters.ts';
import { ApiFailure } from './errors.ts';
import { parseListQuery } from './listQuery.ts';

const parse = (text: string) => parseListQuery(new URLSearchParams(text));

function refusal(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 400) return error.message;
    throw error;
  }
  throw new Error(`accepted: ${text}`);
}

const GOOD: Readonly<Record<string, string>> = {
  type: 'POOL.OPEN',
  status: 'FAIL',
  sort: '-finished,id',
  limit: '300',
};
const goodValue = (name: string) =>
  GOOD[name] ?? (name.startsWith('id_') ? '57068577e4b0bf7b07a0256f' : '2022-12-01');

describe("the list's query", () => {
  test('every parameter of the API is taken, alone and all together', () => {
    expect(LIST_PARAMETERS).toHaveLength(16);
    const all = LIST_PARAMETERS.map((name) => `${name}=${goodValue(name)}`);
    for (const one of all) expect(() => parse(one)).not.toThrow();
    expect(() => parse(all.join('&'))).not.toThrow();
  });

  test.each(LIST_PARAMETERS)('%s misspelt, doubled or empty is refused', (name) => {
    const value = goodValue(name);
    expect(refusal(`${name}s=${value}`)).toBe(`${name}s: no such parameter`);
    expect(refusal(`${name.toUpperCase()}=${value}`)).toContain('no such parameter');
    expect(refusal(`${name}=${value}&${name}=${value}`)).toBe(`${name}: given more than once`);
    expect(refusal(`${name}=`)).toBe(`${name}: empty value`);
  });

  test('the rest of the defaults: 50 rows', () => {
    expect(parse('')).toMatchObject({ type: null, status: null, limit: 50 });
  });

  test.each(['0', '301', '500', '-1', '1.5', '1e2', '050', 'ten', '99999999999'])(
    'limit=%s is refused',
    (limit) => {
      expect(refusal(`limit=${limit}`)).toBe('limit: must be a whole number from 1 to 300');
    },
  );

  test.each(['1', '50', '300'])('limit=%s is taken', (limit) => {
    expect(parse(`limit=${limit}`).limit).toBe(Number(limit));
  });

  test.each([
    'started',
    '-',
    'id,',
    ',id',
    'id,-id',
    'submitted,id,submitted',
    '--id',
    '%2Bid',
    'ID',
    'id, submitted',
  ])('sort=%s is refused', (sort) => expect(refusal(`sort=${sort}`)).toMatch(/^sort: /));

  test('sort keys keep their order and direction', () => {
    expect(parse('sort=-finished,id').sort).toEqual([
      { field: 'finished', direction: 'desc' },
      { field: 'id', direction: 'asc' },
    ]);
  });

  test.each([
    'submitted_gt=yesterday',
    'finished_lte=2022-12-01T10:00:00Z',
    'submitted_lt=2022-02-30',
    'id_gt=a%2Fb',
    'id_lt=..',
  ])('%s is refused', (query) => expect(refusal(query)).not.toBe(''));

  test.each(['pool.open', 'POOL OPEN', '*', 'POOL.OPEN,POOL.CLOSE'])('type=%s is no code', (type) => {
    expect(refusal(`type=${type}`)).toBe('type: not a code');
  });

  test('a type or status newer than this version is taken', () => {
    expect(parse('type=PROJECT.CLONE_V2&status=PAUSED')).toMatchObject({
      type: 'PROJECT.CLONE_V2',
      status: 'PAUSED',
    });
  });
});
