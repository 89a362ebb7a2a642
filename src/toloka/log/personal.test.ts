import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutPersonal, withoutPersonalValues } from './personal.ts';

test('personal fields go wherever they stand, and everything else stays as it was sent', () => {
  const input =
    '{"user_id":"a1b0","amount":1.50,"big":9007199254740993123, "private_comment":"x,\\"}{", "tasks":[{"user_id":5}]}';
  expect(withoutPersonal(input)).toBe('{"amount":1.50,"big":9007199254740993123, "tasks":[{}]}');
});

test.each([
  ['{"user_id":1}', '{}'],
  ['{ "user_id" : 1 }', '{  }'],
  ['{"user_id":1,"private_comment":2}', '{}'],
  ['{"user_id":1 , "private_comment":{"a":[1]} , "c":3}', '{"c":3}'],
  ['{"a":1,"user_id":2}', '{"a":1}'],
  ['{"a":1,"user_id":2,"private_comment":3,"b":4}', '{"a":1,"b":4}'],
  ['{"a":1,"user_id":2,"b":4,"user_id":3}', '{"a":1,"b":4}'],
  ['{"a":{"user_id":{"user_id":1}},"b":4}', '{"a":{},"b":4}'],
  [String.raw`{"user\u005fid":1,"b":"user_id"}`, '{"b":"user_id"}'],
  ['[{"user_id":1},"user_id",2]', '[{},"user_id",2]'],
  ['"user_id"', '"user_id"'],
])('%s becomes %s', (json, clean) => {
  expect(withoutPersonal(json)).toBe(clean);
});

/** The same by way of parsed values. */
function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'user_id' && key !== 'private_comment');
  return Object.fromEntries(kept.map(([key, inner]) => [key, cleaned(inner)]));
}

test('of any JSON exactly the personal fields are left out', () => {
  const { json } = fc.letrec<{ json: unknown }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'small' },
      fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(
        fc.oneof(fc.constantFrom('user_id', 'private_comment', 'a'), fc.string({ maxLength: 3 })),
        tie('json'),
        { maxKeys: 5 },
      ),
    ),
  }));
  fc.assert(
    fc.property(json, fc.constantFrom('', ' ', '\n'), (value, space) => {
      const text = JSON.stringify(value, null, space);
      expect(JSON.parse(withoutPersonal(text))).toEqual(cleaned(JSON.parse(text)));
    }),
    { numRuns: 500 },
  );
});

test('a message does not tell what the personal fields hold', () => {
  const item = '{"input":{"user_id":"a1b0b4","private_comment":"ok","amount":5},"output":{}}';
  expect(withoutPersonalValues('User a1b0b4 is not ok: a1b0b4', item)).toBe('User … is not ok: …');
  expect(withoutPersonalValues('5 is too much', item)).toBe('5 is too much');
});
