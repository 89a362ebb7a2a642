import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nestsDeeper } from './depth.ts';
import { parseJson } from './exactJson.ts';
import type { Json } from './operation.ts';
import { readableJson } from './readableJson.ts';

const nested = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as Json;

test('says whether arrays and objects lie within each other too deep', () => {
  expect(nestsDeeper('text', 0)).toBe(false);
  expect(nestsDeeper([], 0)).toBe(true);
  expect(nestsDeeper({ a: [] }, 2)).toBe(false);
  expect(nestsDeeper({ a: [1, { b: 2 }] }, 2)).toBe(true);
  expect(nestsDeeper(nested(100_000), 100)).toBe(true);
});

test('however deep a text nests, it can be parsed', () => {
  const deep = `${'['.repeat(50_000)}9007199254740993${']'.repeat(50_000)}`;
  expect(nestsDeeper(parseJson(deep), 100)).toBe(true);
});

test('masks secrets, and cuts what is too deep or too long', () => {
  expect(readableJson({ secret: 'abc', open: 1 })).toBe('{\n  "secret": "••••••",\n  "open": 1\n}');
  expect(readableJson(nested(100_000))).toContain('"…"');
  expect(readableJson('x'.repeat(200_000))).toBe(`"${'x'.repeat(99_999)}…`);
});

test('whatever JSON comes, there is a text to look at', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as Json;
      expect(readableJson(json).length).toBeGreaterThan(0);
    }),
  );
});
