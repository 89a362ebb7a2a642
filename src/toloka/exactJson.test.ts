import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson, textAt } from './exactJson.ts';
import { stringifyJson } from './stringifyJson.ts';
import { ExactNumber, keepsValue } from './exactNumber.ts';
import { isJsonObject, type Json } from './operation.ts';

test('numbers that a double holds are plain numbers, however they are written', () => {
  for (const literal of ['0', '-0', '7', '0.1', '1.50', '1e3', '1E-7', '-12.25', '9007199254740992']) {
    expect(keepsValue(literal), literal).toBe(true);
  }
  expect(parseJson('{"a":1.50,"b":[1e3,-0.25],"c":100000000000000000000}')).toEqual({
    a: 1.5,
    b: [1000, -0.25],
    c: 100_000_000_000_000_000_000,
  });
});

test('numbers that a double would round keep their digits', () => {
  for (const literal of [
    '9007199254740993',
    '0.12345678901234567891',
    '1e400',
    '1e-400',
    '-9007199254740993.5',
  ]) {
    expect(keepsValue(literal), literal).toBe(false);
  }
  const value = parseJson('{"pool_id":9007199254740993123,"rest":[0.12345678901234567891,3]}');
  expect(value).toEqual({
    pool_id: new ExactNumber('9007199254740993123'),
    rest: [new ExactNumber('0.12345678901234567891'), 3],
  });
  expect(stringifyJson(value)).toBe('{"pool_id":9007199254740993123,"rest":[0.12345678901234567891,3]}');
  expect(stringifyJson(value, 2)).toBe(
    '{\n  "pool_id": 9007199254740993123,\n  "rest": [\n    0.12345678901234567891,\n    3\n  ]\n}',
  );
});

test('strings that look like numbers, or like the marks of the reader, stay strings', () => {
  const text = String.raw`{"a":"x: 9007199254740993123","b":"##9007199254740993","c":"\u0023\u00231","#":" 1e5","d":9007199254740993}`;
  expect(parseJson(text)).toEqual({
    a: 'x: 9007199254740993123',
    b: '##9007199254740993',
    c: '##1',
    '#': ' 1e5',
    d: new ExactNumber('9007199254740993'),
  });
});

test('odd keys and broken texts are read as JSON.parse reads them', () => {
  const value = parseJson('{"__proto__":9007199254740993,"k":1,"k":9007199254740995}');
  expect(Object.keys(value as object)).toEqual(['__proto__', 'k']);
  expect(stringifyJson(value)).toBe('{"__proto__":9007199254740993,"k":9007199254740995}');
  expect(() => parseJson('{"a":90071992547409931,}')).toThrow(SyntaxError);
  expect(() => parseJson('')).toThrow(SyntaxError);
});

test('an exact number never turns into other digits or "[object Object]"', () => {
  const exact = new ExactNumber('9007199254740993');
  expect(`${String(exact)} ${JSON.stringify({ exact })}`).toBe(
    '9007199254740993 {"exact":"9007199254740993"}',
  );
  expect(isJsonObject(exact)).toBe(false);
  expect(textAt({ pool_id: exact }, 'pool_id')).toBe('9007199254740993');
  expect(textAt({ pool_id: 12 }, 'pool_id')).toBe('12');
  expect(textAt({ pool_id: { id: 12 } }, 'pool_id')).toBe(null);
  expect(textAt(exact, 'text')).toBe(null);
});

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[#\d.eE: "\\-]{0,24}$/),
    fc
      .tuple(fc.bigInt({ min: 10n ** 17n, max: 10n ** 40n }), fc.constantFrom('', '.5', 'e7'))
      .map(([digits, rest]) => new ExactNumber(`${digits}${rest}`))
      .filter(({ text }) => !keepsValue(text)),
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('json'), { maxKeys: 5 }),
  ),
}));

test('whatever is written is read back the same, to the last digit, on one line or laid out', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(0, 1, 2), (value, indent) => {
      expect(parseJson(stringifyJson(value, indent))).toEqual(value);
    }),
    { numRuns: 500 },
  );
});

test('without exact numbers the text is that of JSON.stringify', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      expect(stringifyJson(value as Json, indent)).toBe(JSON.stringify(value, null, indent));
    }),
  );
});
