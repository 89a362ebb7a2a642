import { describe, expect, test } from 'vitest';
import { parseJson } from '../../toloka/exactJson.ts';
import { decodeOperation } from '../../toloka/operation.ts';
import { compareOperations } from './comparison.ts';
import { plainValues } from './values.ts';

const times = {
  submitted: '2026-03-20T10:00:00',
  started: '2026-03-20T10:00:01',
  finished: '2026-03-20T10:01:01',
};
const make = (fields: object) =>
  decodeOperation({ id: 'x', type: 'POOL.OPEN', status: 'SUCCESS', ...times, ...fields });
const rowsOf = (...operations: Parameters<typeof compareOperations>[0]) =>
  compareOperations(operations).map(({ group, name, differs, cells }) => ({
    name: `${group}: ${name}`,
    differs,
    kinds: cells.map(({ kind }) => kind),
  }));
const found = (name: string, ...operations: Parameters<typeof compareOperations>[0]) =>
  rowsOf(...operations).find((row) => row.name === name);

describe('facts side by side', () => {
  test('come in groups: what was asked, what came of it, how long it took, the rest', () => {
    const a = make({ parameters: { pool_id: '1' }, details: { total_count: 2 }, extra: true });
    expect(rowsOf(a, a).map(({ name }) => name)).toEqual([
      'Parameters: pool_id',
      'Details: total_count',
      'Durations: Waited',
      'Durations: Ran',
      'Durations: Total',
      'Status and times: Type',
      'Status and times: Status',
      'Status and times: Submitted',
      'Status and times: Started',
      'Status and times: Finished',
      'Other fields: extra',
    ]);
    expect(rowsOf(a, a).filter(({ differs }) => differs)).toEqual([]);
  });

  test('what one of them lacks differs, and is told apart from null and from an empty object', () => {
    const none = make({ parameters: {} });
    const empty = make({ parameters: { a: null, b: {} } });
    expect(found('Parameters: a', none, empty)).toEqual({
      name: 'Parameters: a',
      differs: true,
      kinds: ['missing', 'json'],
    });
    expect(found('Parameters: b', none, empty)?.kinds).toEqual(['missing', 'json']);
    expect(found('Parameters: ', none, make({ parameters: null }))).toBeUndefined();
  });

  test('a field that is a value here and an object there differs at its own path', () => {
    const a = make({ parameters: { mode: 'ALL' } });
    const b = make({ parameters: { mode: { name: 'ALL' } } });
    expect(found('Parameters: mode', a, b)).toMatchObject({ differs: true, kinds: ['json', 'deeper'] });
    expect(found('Parameters: mode.name', a, b)).toMatchObject({ differs: true, kinds: ['missing', 'json'] });
  });

  test('numbers that a double would round are told apart', () => {
    const exact = (text: string) => make({ parameters: parseJson(`{"pool_id":${text}}`) });
    const [a, b] = [exact('9007199254740993123'), exact('9007199254740993124')];
    expect(found('Parameters: pool_id', a, b)?.differs).toBe(true);
    expect(found('Parameters: pool_id', a, exact('9007199254740993123'))?.differs).toBe(false);
    const cells = compareOperations([a, b])[0]?.cells ?? [];
    expect(plainValues(cells)).toEqual(['9007199254740993123', '9007199254740993124']);
  });

  test('a secret is compared whole and never becomes a value to show', () => {
    const a = make({ parameters: { secret: 'one', nested: { api_key: { part: 'p' } } } });
    const b = make({ parameters: { secret: 'two', nested: { api_key: { part: 'p' } } } });
    expect(found('Parameters: secret', a, b)).toMatchObject({ differs: true, kinds: ['secret', 'secret'] });
    expect(found('Parameters: nested.api_key', a, b)).toMatchObject({
      differs: false,
      kinds: ['secret', 'secret'],
    });
    const texts = compareOperations([a, b]).flatMap(({ cells }) => plainValues(cells));
    expect(texts.filter((text) => text === 'one' || text === 'two' || text === 'p')).toEqual([]);
  });

  test('the same instant written with more digits is the same, and so is a duration that reads the same', () => {
    const a = make({ finished: '2026-03-20T10:01:01' });
    const b = make({ finished: '2026-03-20T10:01:01.000' });
    expect(found('Status and times: Finished', a, b)?.differs).toBe(false);
    const c = make({ finished: '2026-03-20T10:01:01.040' });
    expect(found('Durations: Ran', a, c)?.differs).toBe(false);
    expect(found('Durations: Ran', a, make({ finished: '2026-03-20T10:01:01.400' }))?.differs).toBe(true);
  });

  test('a duration that still grows agrees with no other', () => {
    const live = make({ status: 'RUNNING', finished: null });
    expect(found('Durations: Ran', live, live)?.differs).toBe(true);
    expect(found('Durations: Waited', live, live)?.differs).toBe(false);
  });

  test('one of which nothing is known makes no difference', () => {
    const a = make({ parameters: { pool_id: '1' } });
    expect(found('Parameters: pool_id', a, null, a)).toEqual({
      name: 'Parameters: pool_id',
      differs: false,
      kinds: ['json', 'unknown', 'json'],
    });
    expect(rowsOf(null, null)).toEqual([]);
  });

  test('of three, one that departs is enough', () => {
    const [a, b] = [make({ parameters: { p: 1 } }), make({ parameters: { p: 2 } })];
    expect(found('Parameters: p', a, a, b)?.differs).toBe(true);
    expect(found('Parameters: p', a, a, a)?.differs).toBe(false);
  });
});
