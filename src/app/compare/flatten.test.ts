import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJsonObject, type Json } from '../../toloka/operation.ts';
import { flattenJson, mergeOrders } from './flatten.ts';

test('nested values become paths in their own order', () => {
  const json = { pool_id: '1', value: [{ name: 'a', ids: [] }, { name: 'b' }], deep: { mode: { x: null } } };
  const places = [...flattenJson(json)];
  expect(places.map(([path]) => path)).toEqual([
    '',
    'pool_id',
    'value',
    'value[0]',
    'value[0].name',
    'value[0].ids',
    'value[1]',
    'value[1].name',
    'deep',
    'deep.mode',
    'deep.mode.x',
  ]);
  expect(places.map(([, place]) => (place.kind === 'deeper' ? place.of : place.kind))).toEqual([
    'object',
    'json',
    'list',
    'object',
    'json',
    'json',
    'object',
    'json',
    'object',
    'object',
    'json',
  ]);
});

test('a key that looks like a path is not taken for one', () => {
  const json = { 'a.b': 1, a: { b: 2 }, 'c[0]': 3, c: [4], '': 5, 'with "quotes"': 6 };
  const values = [...flattenJson(json)].filter(([, place]) => place.kind === 'json');
  expect(values.map(([path]) => path)).toEqual([
    '["a.b"]',
    'a.b',
    '["c[0]"]',
    'c[0]',
    '[""]',
    '["with \\"quotes\\""]',
  ]);
});

test('nothing has no paths, and a bare value is its own', () => {
  expect([...flattenJson(null)]).toEqual([]);
  expect([...flattenJson('x')]).toEqual([['', { kind: 'json', value: 'x' }]]);
});

const keys = fc.oneof(fc.constantFrom('a', 'b', 'a.b', 'a[0]', '', '0', '["a"]', 'é'), fc.string());
const json = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Json>(null, true, 1, 'x'),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(keys, tie('json'), { maxKeys: 3 }),
  ),
})).json;

/** Counted another way than by paths. */
function placesIn(value: Json): number {
  const below = Array.isArray(value) ? (value as Json[]) : isJsonObject(value) ? Object.values(value) : [];
  return 1 + below.reduce<number>((sum, each) => sum + placesIn(each), 0);
}

test('no two places of a value share a path, whatever its keys', () => {
  fc.assert(
    fc.property(json, (value) => {
      fc.pre(
        value !== null &&
          !JSON.stringify(value).match(/secret|token|key|auth|passw|pwd|cookie|bearer|credential/i),
      );
      expect(flattenJson(value).size).toBe(placesIn(value));
    }),
  );
});

test('what only a later one has stands behind what it follows there', () => {
  expect(
    mergeOrders([
      ['a', 'b', 'c'],
      ['x', 'a', 'y', 'c', 'z'],
    ]),
  ).toEqual(['x', 'a', 'y', 'b', 'c', 'z']);
  expect(mergeOrders([[], ['a'], ['b', 'a']])).toEqual(['b', 'a']);
  expect(mergeOrders([])).toEqual([]);
});

test('a merged order has each item once and keeps the first list’s own order', () => {
  const list = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'));
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), (lists) => {
      const merged = mergeOrders(lists);
      expect([...merged].sort()).toEqual([...new Set(lists.flat())].sort());
      const first = lists[0] ?? [];
      expect(merged.filter((item) => first.includes(item))).toEqual(first);
    }),
  );
});
