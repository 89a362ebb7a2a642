import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLogMatches, createTextFinder, type LogFilter } from './logFilter.ts';
import { createLogIndex } from './logIndex.ts';

function indexOf(items: readonly unknown[]) {
  const index = createLogIndex();
  index.push(new TextEncoder().encode(JSON.stringify(items)));
  return index;
}

const ok = (input: string) => ({ success: true, input, output: { path: { code: 'X' } } });
const bad = (input: string, code: string) => ({ success: false, input, output: { path: { code } } });
const ITEMS = [ok('Äpfel'), bad('äpfel', 'X'), bad('pears', 'Y'), ok('pears'), bad('äPFEL', 'Y')];

function found(filter: Partial<LogFilter>): number[] {
  const matches = createLogMatches(indexOf(ITEMS), { outcome: 'all', cause: null, text: '', ...filter });
  expect(matches.advance(() => false)).toBe(true);
  expect(matches.searched()).toBe(5);
  return Array.from({ length: matches.count() }, (_, place) => matches.item(place));
}

test('outcome, cause and text must all match', () => {
  const keyOfY = indexOf(ITEMS)
    .causes.top(9)
    .find(({ code }) => code === 'Y')?.key;
  expect(keyOfY).toHaveLength(11);
  expect(found({})).toEqual([0, 1, 2, 3, 4]);
  expect(found({ outcome: 'failed' })).toEqual([1, 2, 4]);
  expect(found({ outcome: 'succeeded' })).toEqual([0, 3]);
  expect(found({ text: 'ÄPFEL' })).toEqual([0, 1, 4]);
  expect(found({ cause: keyOfY ?? '' })).toEqual([2, 4]);
  expect(found({ cause: keyOfY ?? '', text: 'pfel' })).toEqual([4]);
  expect(found({ cause: keyOfY ?? '', outcome: 'succeeded' })).toEqual([]);
  expect(found({ cause: 'not there' })).toEqual([]);
});

test('a text is found as it stands and with its escapes read', () => {
  const finds = (wanted: string, json: string) => createTextFinder(wanted)(json);
  expect(finds('é', String.raw`"caf\u00E9"`)).toBe(true);
  expect(finds(String.raw`\u00e9`, String.raw`"caf\u00E9"`)).toBe(true);
  expect(finds('say "hi"', String.raw`"say \"Hi\""`)).toBe(true);
  expect(finds(String.raw`c:\new`, String.raw`"C:\\new"`)).toBe(true);
  expect(finds('"input":1', '{"input":1}')).toBe(true);
  expect(finds('ΟΔΟΣ', '"οδος 5"')).toBe(true);
  expect(finds('σ', '"ΟΔΟΣ"')).toBe(true);
  expect(finds('[', '{}')).toBe(false);
});

const letter = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom('a', 'Z', 'ß', 'Σ', 'σ', 'ς', '"', '\\', 'İ'),
);

test('what is found with all escapes read is what the parsed text holds', () => {
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 20 }), fc.nat(), fc.nat(5), (letters, at, length) => {
      const text = letters.join('');
      const from = at % (letters.length + 1);
      const wanted = letters.slice(from, from + length).join('');
      const escaped = `"${text.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
      expect(createTextFinder(wanted)(escaped)).toBe(true);
      expect(createTextFinder(wanted)(JSON.stringify(text))).toBe(true);
    }),
  );
});

test('the search goes on where it was interrupted, and takes in what comes meanwhile', () => {
  const index = createLogIndex();
  const push = (text: string) => index.push(new TextEncoder().encode(text));
  push(`[${Array.from({ length: 100 }, (_, item) => JSON.stringify(ok(`n${item}`))).join(',')}`);
  const matches = createLogMatches(index, { outcome: 'all', cause: null, text: '"n9' });
  let looks = 0;
  expect(matches.advance(() => ++looks > 2)).toBe(false);
  expect(matches.searched()).toBe(32);
  expect(matches.count()).toBe(1);
  expect(matches.advance(() => false)).toBe(true);
  expect(matches.count()).toBe(11);
  push(',{"input":"n9"}]');
  expect(matches.advance(() => false)).toBe(true);
  expect(matches.count()).toBe(12);
  expect([matches.item(0), matches.item(11)]).toEqual([9, 100]);
  expect([matches.placeOf(9), matches.placeOf(90), matches.placeOf(10), matches.placeOf(100)]).toEqual([
    0, 1, -1, 11,
  ]);
});

test('a cause that is known only later is found then', () => {
  const index = createLogIndex();
  const push = (text: string) => index.push(new TextEncoder().encode(text));
  const later = JSON.stringify(bad('z', 'LATE'));
  const full = createLogIndex();
  full.push(new TextEncoder().encode(`[${later}]`));
  const key = full.causes.top(1)[0]?.key ?? '';
  push(`[${JSON.stringify(bad('a', 'X'))}`);
  const matches = createLogMatches(index, { outcome: 'all', cause: key, text: '' });
  matches.advance(() => false);
  expect(matches.count()).toBe(0);
  push(`,${later}]`);
  matches.advance(() => false);
  expect(matches.item(0)).toBe(1);
});
