import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operationId } from '../../tests/fixtures/arbitraries.ts';
import { endpointPath, isOperationId, matchEndpoint, type Endpoint } from './endpoints.ts';

test.each<[Endpoint, string]>([
  [{ kind: 'list' }, '/api/v1/operations'],
  [{ kind: 'operation', id: '57068577e4b0bf7b07a0256f' }, '/api/v1/operations/57068577e4b0bf7b07a0256f'],
  [{ kind: 'log', id: 'open-pool-op1id' }, '/api/v1/operations/open-pool-op1id/log'],
])('%j is asked at %s', (endpoint, path) => {
  expect(endpointPath(endpoint)).toBe(path);
  expect(matchEndpoint(path)).toEqual(endpoint);
});

test.each([
  '',
  '/',
  '/api/v1/operation',
  '/api/v1/operations/',
  '/api/v1/operations//log',
  '/api/v1/operations/a/',
  '/api/v1/operations/a/log/',
  '/api/v1/operations/a/logs',
  '/api/v1/operations/a/cancel',
  '/api/v1/operations/.',
  '/api/v1/operations/..',
  '/api/v1/operations/../log',
  '/api/v1/operations/%2e%2e',
  '/api/v1/operations/a%2Fb',
  '/api/v1/operations/a\n',
  '/api/v1/operations?x=1',
  '/api/v1/pools',
  '/API/v1/operations',
  'x/api/v1/operations',
  `/api/v1/operations/${'a'.repeat(129)}`,
])('%j is no endpoint of ours', (path) => {
  expect(matchEndpoint(path)).toBeNull();
});

test.each([
  ['a', true],
  ['A-z_0.9~', true],
  ['...', true],
  ['a'.repeat(128), true],
  ['a'.repeat(129), false],
  ['', false],
  ['.', false],
  ['..', false],
  ['a b', false],
  ['a/b', false],
  ['a,b', false],
  ['é', false],
  ['a\n', false],
])('%s can be an operation’s ID: %j', (id, possible) => {
  expect(isOperationId(id)).toBe(possible);
});

test('an ID that cannot stand in a path is never put into one', () => {
  expect(() => endpointPath({ kind: 'operation', id: '..' })).toThrow(RangeError);
  expect(() => endpointPath({ kind: 'log', id: 'a/b' })).toThrow(RangeError);
});

test('a path is its endpoint and no other, and URL parsers leave it alone', () => {
  const endpoint = fc.oneof(
    fc.record({ kind: fc.constantFrom('operation' as const, 'log' as const), id: operationId }),
    fc.constant({ kind: 'list' as const }),
  );
  fc.assert(
    fc.property(endpoint, (asked) => {
      const path = endpointPath(asked);
      expect(matchEndpoint(path)).toEqual(asked);
      expect(new URL(path, 'https://toloka.dev').pathname).toBe(path);
    }),
  );
});

test('no path makes the matcher throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const endpoint = matchEndpoint(`/api/v1/operations/${text}`);
      if (endpoint) expect(endpointPath(endpoint)).toBe(`/api/v1/operations/${text}`);
    }),
  );
});
