import { expect, test } from 'vitest';
import { Problem } from './problem.ts';
import { readQuery, readTarget } from './target.ts';

test.each([
  ['/healthz', { kind: 'health' }],
  ['/healthz?x=1', { kind: 'health' }],
  ['/', { kind: 'page' }],
  ['/demo/operations?type=POOL.OPEN', { kind: 'page' }],
  ['/demo/apiary', { kind: 'page' }],
  ['/a/b/api/v1', { kind: 'page' }],
  ['/demo/api', { kind: 'api', environment: 'demo', path: '/api', query: '' }],
  ['/demo/api/x?a=1?b', { kind: 'api', environment: 'demo', path: '/api/x', query: 'a=1?b' }],
  ['/api/v1/operations', { kind: 'api', environment: '', path: '/api/v1/operations', query: '' }],
  ['/api/api/v1', { kind: 'api', environment: 'api', path: '/api/v1', query: '' }],
])('%s', (raw, target) => {
  expect(readTarget(raw)).toEqual(target);
});

test('bytes above ASCII are refused: node hands them on as other characters', () => {
  expect(() => readQuery('type=\u00c3\u00a9', ['type'])).toThrow(Problem);
});

test('values are decoded, keys come in the order of the allowed ones', () => {
  expect([...readQuery('b=x+y%20z&a', ['a', 'b'])]).toEqual([
    ['a', ''],
    ['b', 'x y z'],
  ]);
});
