import { expect, test } from 'vitest';
import { createFinder } from './findText.ts';

const operation = `{
  "id": "5706-AbC", "type": "POOL.OPEN", "status": "FAIL", "submitted": "2026-11-20T10:00:00",
  "parameters": {"pool_id": "20646589", "big": 9007199254740993123, "ratio": 0.50, "open": true,
    "deep": [{"names": ["Caf\\u00e9 \\"Nord\\""]}], "secret_note": "hush", "auth": {"user": "hidden-user"}},
  "details": {"total_count": 1240, "message": "Pool is ARCHIVED", "none": null}
}`;

test.each([
  ['20646589', 'a parameter'],
  ['0646', 'a part of a parameter'],
  ['9007199254740993123', 'a number beyond what a double holds'],
  ['0.50', 'a number as it is written'],
  ['café "n', 'a text deep inside, escapes read, in another case'],
  ['pool is archived', 'a detail in another case'],
  ['1240', 'a count of the details'],
  ['6-abc', 'a part of the ID'],
])('“%s” is found: %s', (text) => {
  expect(createFinder(text)(operation)).toBe(true);
});

test.each([
  ['pool_id', 'the name of a field'],
  ['POOL.OPEN', 'the type, which has a filter of its own'],
  ['2026-11', 'a time, likewise'],
  ['true', 'a switch'],
  ['null', 'a missing value'],
  ['hush', 'a secret'],
  ['hidden', 'anything inside a secret'],
  ['9007199254740993000', 'a rounded number'],
])('“%s” is not found: %s', (text) => {
  expect(createFinder(text)(operation)).toBe(false);
});

test('an operation without parameters and details is looked through by its ID', () => {
  expect(createFinder('x-1')('{"id":"X-17","parameters":null}')).toBe(true);
  expect(createFinder('x-2')('{"id":"X-17"}')).toBe(false);
});
