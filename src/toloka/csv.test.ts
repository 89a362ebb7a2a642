import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../tests/fixtures/readCsv.ts';
import { csvCell, csvJsonCell, csvLine } from './csv.ts';

test.each([
  ['plain', 'plain'],
  ['two words', 'two words'],
  ['a,b', '"a,b"'],
  ['a;b', '"a;b"'],
  ['say "x"', '"say ""x"""'],
  ['a\r\nb', '"a\r\nb"'],
  [' x', '" x"'],
  ['', ''],
  ['-5', '-5'],
  ['1e-7', '1e-7'],
  ['9007199254740993123', '9007199254740993123'],
  ['=1+1', "'=1+1"],
  ['+49 1', "'+49 1"],
  ['-1+cmd|"/c calc"!A0', `"'-1+cmd|""/c calc""!A0"`],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', `"'\t'=1"`],
  ['\rx', `"'\rx"`],
  ['  =1', "'  =1"],
  ['＝1+1', "'＝1+1"],
  ['a;=1+1', `"a;'=1+1"`],
  ['a-b', 'a-b'],
])('the text %j is written as %s', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test.each([
  ['{"a":1}', '"{""a"":1}"'],
  ['-5', '-5'],
  ['[1,-5]', '"[1,-5]"'],
  ['{"a":"x;=1"}', String.raw`"{""a"":""x\u003b=1""}"`],
  ['"=1"', '"""=1"""'],
])('the JSON %s is written as %s', (json, cell) => {
  expect(csvJsonCell(json)).toBe(cell);
});

const nasty = fc
  .array(
    fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', ' ', '1', 'a', '＝', 'é'),
    { maxLength: 12 },
  )
  .map((chars) => chars.join(''));
const text = fc.oneof(fc.string({ unit: 'grapheme' }), nasty);

test('a reader gets back every cell as it was, but for apostrophes that disarm formulas', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      (rows) => {
        const file = rows.map((row) => csvLine(row.map(csvCell))).join('');
        const back = readCsv(file);
        expect(back.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const [y, row] of rows.entries()) {
          for (const [x, cell] of row.entries()) {
            expect(back[y]?.[x]?.replaceAll("'", '')).toBe(cell.replaceAll("'", ''));
          }
        }
      },
    ),
    { numRuns: 1000 },
  );
});

/** Said apart from the code under test: what starts a formula once a spreadsheet has split the line its own way. */
const runs = (cell: string) =>
  /^[\s"]*[=+\-@＝＋－＠]/.test(cell) && !/^-?[\d.]+(?:[eE][+-]?\d+)?$/.test(cell);

test('no cell starts a formula, whichever separator a spreadsheet goes by', () => {
  fc.assert(
    fc.property(text, (value) => {
      const [[cell = ''] = []] = readCsv(csvLine([csvCell(value), 'end']));
      for (const part of [cell, ...cell.split(';'), ...cell.split('\t')]) expect(runs(part)).toBe(false);
    }),
    { numRuns: 3000 },
  );
});

test('JSON stays the same JSON, and starts no formula either', () => {
  fc.assert(
    fc.property(
      fc.oneof(text, fc.array(fc.oneof(text, fc.integer())), fc.dictionary(text, text)),
      (value) => {
        const [[cell = ''] = []] = readCsv(csvLine([csvJsonCell(JSON.stringify(value)), 'end']));
        expect(JSON.parse(cell)).toEqual(value);
        for (const part of [cell, ...cell.split(';').slice(1)])
          expect(/^[\s']*[=+\-@]/.test(part)).toBe(false);
      },
    ),
    { numRuns: 1000 },
  );
});
