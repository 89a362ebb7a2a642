import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemTexts, maskSecretsInText } from './answerText.ts';
import type { Json } from './operation.ts';
import { maskSecrets } from './secrets.ts';

/** JSON as some server may write it: with any blanks, and with keys that secrets go by. */
const key = fc.oneof(
  fc.string(),
  fc.constantFrom('secret', 'api_key', 'token', 'items', 'id', '__proto__', 'a"b\\', '\u2028'),
);
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const blanks = fc.constantFrom('', ' ', '\t', '    ', '\r\n');

test('the operations of an answer come out as they were written, numbers and blanks included', () => {
  const first = '{ "id":"a", "parameters": {"pool_id": 9007199254740993123, "ratio": 0.10} }';
  const second = '{"id":"b\\"]}","details":[1e400,-0,[{}],{"x":"\\u00e9}"}]}';
  const answer = `{\n "has_more": false, "items" : [ ${first} ,\r\n${second}\n] }`;
  expect(itemTexts(answer)).toEqual([first, second]);
});

test.each([
  ['{"items":[]}', []],
  ['{"items":[ ]}', []],
  ['{"has_more":true}', []],
  ['{"items":null}', []],
  ['[]', []],
  ['{"x":{"items":[1]},"\\u0069tems":[2]}', ['2']],
  ['{"items":[1],"items":[2,3]}', ['2', '3']],
])('%s holds the operations %j', (answer, texts) => {
  expect(itemTexts(answer)).toEqual(texts);
});

test('whatever the operations hold, each is cut out whole', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 5 }), blanks, value, (items, indent, other) => {
      const answer = JSON.stringify({ other, items, last: other }, null, indent);
      const texts = itemTexts(answer);
      expect(texts.map((text): unknown => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(items)));
      for (const text of texts) expect(answer).toContain(text);
    }),
    { numRuns: 500 },
  );
});

test('secrets are masked in the text, and nothing beside them is touched', () => {
  const text =
    '{"id": "a",\t"parameters":{"n":12345678901234567890,"api_key": {"x":[1, 2]},"Token":"\\"s\\"", "l":[{"secret":7}]}}';
  expect(maskSecretsInText(text)).toBe(
    '{"id": "a",\t"parameters":{"n":12345678901234567890,"api_key": "••••••","Token":"••••••", "l":[{"secret":"••••••"}]}}',
  );
  const harmless = '{"secret":null, "token":"", "use_key":true, "pool_id":1.0}';
  expect(maskSecretsInText(harmless)).toBe(harmless);
});

test('masking a text and masking what it says come to the same', () => {
  fc.assert(
    fc.property(value, blanks, (json, indent) => {
      const text = JSON.stringify(json, null, indent);
      const read = JSON.parse(text) as Json;
      expect(JSON.parse(maskSecretsInText(text))).toEqual(maskSecrets(read));
    }),
    { numRuns: 500 },
  );
});

test('a value nested deeper than any stack is cut out and masked all the same', () => {
  const deep = `${'['.repeat(50_000)}{"secret":"s"}${']'.repeat(50_000)}`;
  expect(itemTexts(`{"items":[${deep}]}`)).toEqual([deep]);
  expect(maskSecretsInText(deep)).toBe(deep.replace('"s"', '"••••••"'));
});
