import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import {
  compareHref,
  environmentOfPath,
  isListPath,
  listHref,
  operationHref,
  operationOfPath,
} from './links.ts';
import { readDetailState } from './detailState.ts';

test('a comparison names its operations in order', () => {
  expect(compareHref('production', ['b', 'a'])).toBe('/production/operations/compare?id=b&id=a');
  expect(compareHref('production', ['a/b'])).toBe('/production/operations/compare?id=a%2Fb');
});

test('an ID that holds half a character has an address all the same', () => {
  expect(operationHref('demo', 'a\ud800b')).toBe('/demo/operations/a%EF%BF%BDb');
  expect(operationHref('demo', 'a😀')).toBe('/demo/operations/a%F0%9F%98%80');
});

test('what a history entry holds is believed only where it is what this version writes', () => {
  const whole = { listSearch: 'find=x', among: ['a', 'b'], step: 'after' };
  expect(readDetailState(whole)).toEqual(whole);
  expect(readDetailState({ listSearch: 'limit=20', among: [1], step: 'sideways', more: true })).toEqual({
    listSearch: 'limit=20',
  });
  expect([null, undefined, 'text', 7, {}, { listSearch: 1 }].map(readDetailState)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('what an address was written for is read from it again', () => {
  const name = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(name, name, (environment, id) => {
      expect(operationOfPath(operationHref(environment, id))).toEqual({ environment, id });
      expect(environmentOfPath(listHref(environment))).toBe(environment);
      expect([isListPath(listHref(environment)), isListPath(operationHref(environment, id))]).toEqual([
        true,
        false,
      ]);
    }),
  );
});
