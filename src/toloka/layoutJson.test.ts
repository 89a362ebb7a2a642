import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutJson } from './layoutJson.ts';

test('lays a text out and leaves every digit as it was written', () => {
  expect(
    layoutJson('{"id":9007199254740993123,"ratio":1.50,"tags":["a\\u00e9, {b}",null],"none":{},"no":[ ]}'),
  ).toBe(
    `{
  "id": 9007199254740993123,
  "ratio": 1.50,
  "tags": [
    "a\\u00e9, {b}",
    null
  ],
  "none": {},
  "no": []
}`,
  );
  expect(layoutJson(' "only a text" ')).toBe('"only a text"');
  expect(layoutJson('[[[1]],[]]')).toBe('[\n  [\n    [\n      1\n    ]\n  ],\n  []\n]');
});

test('lays out whatever JSON can say exactly as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(layoutJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
    }),
  );
});

test('a text of 100,000 levels neither fails nor grows beyond its indentation', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  expect(layoutJson(deep).length).toBeLessThan(200_000 * 82);
});
