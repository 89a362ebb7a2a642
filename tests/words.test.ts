import { describe, expect, test } from 'vitest';
import { codeOf, isTest, projectSources } from './architecture/sources.ts';
import {
  entriesOf,
  looseSpaces,
  untranslated,
  unused,
  wrongForms,
  wrongPlaceholders,
  type Entry,
} from './words/catalog.ts';
import { callsAtTopLevel } from './words/topLevel.ts';

/**
 * The texts of further languages. That no English text goes without one the compiler holds (`Text` in src/words/words.ts);
 * what it cannot see is held here. Each rule is first shown to catch a breach.
 */

const ENTRIES = entriesOf('ru');
const CODE = projectSources().filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !isTest(path));
/** By CLDR; `other` is for fractions. */
const FORMS = ['one', 'few', 'many', 'other'];
/** Read the same in both languages: names and codes. */
const ALIKE = new Set(['ID', 'UTC', 'JSON', 'CSV', 'curl', 'Python']);

const entry = (key: string, value: Entry['value']): Entry => ({ file: 'x.json', key, value });

test('the texts were found', () => {
  expect(ENTRIES.length).toBeGreaterThan(200);
  expect(CODE.length).toBeGreaterThan(200);
});

describe('every entry', () => {
  test('is used by the code', () => {
    const rule = unused([`t('One'); t("Two “2”"); x = { label: 'Three##b' }`]);
    expect(['One', 'Two “2”', 'Three##b'].flatMap((key) => rule(entry(key, '')))).toEqual([]);
    expect(rule(entry('Three', ''))).toEqual(['x.json: “Three” is not used']);
    expect(ENTRIES.flatMap(unused(CODE.map(({ text }) => codeOf(text))))).toEqual([]);
  });

  test('has the {names} of its English text, no more and no fewer', () => {
    expect(wrongPlaceholders(entry('{a} of {b}', '{b}: {a}'))).toEqual([]);
    expect(wrongPlaceholders(entry('{a} of {b}', '{b}: {c}'))).toHaveLength(1);
    expect(wrongPlaceholders(entry('{n} rows', { one: '{n} строка', few: 'строки' }))).toHaveLength(1);
    expect(ENTRIES.flatMap(wrongPlaceholders)).toEqual([]);
  });

  test('that is counted has all plural forms of its language', () => {
    expect(wrongForms(FORMS)(entry('{n} rows', { one: '', few: '', many: '' }))).toHaveLength(1);
    expect(new Intl.PluralRules('ru').resolvedOptions().pluralCategories.toSorted()).toEqual(
      FORMS.toSorted(),
    );
    expect(ENTRIES.flatMap(wrongForms(FORMS))).toEqual([]);
  });

  test('is translated', () => {
    const rule = untranslated(ALIKE);
    expect([entry('UTC', 'UTC'), entry('“{text}”', '“{text}”'), entry('A##b', 'Б')].flatMap(rule)).toEqual(
      [],
    );
    expect(
      [entry('Open##verb', 'Open'), entry('Close', ''), entry('{n} a', { one: '{n} a' })].flatMap(rule),
    ).toHaveLength(3);
    expect(ENTRIES.flatMap(rule)).toEqual([]);
  });

  test('has no space at an end', () => {
    expect(looseSpaces(entry('Row ', 'Строка'))).toHaveLength(1);
    expect(looseSpaces(entry('Row', '\u00a0Строка'))).toHaveLength(1);
    expect(looseSpaces(entry('Row##x', 'Строка'))).toEqual([]);
    expect(ENTRIES.flatMap(looseSpaces)).toEqual([]);
  });

  test('stands in one file', () => {
    const first = new Map(ENTRIES.toReversed().map((each) => [each.key, each]));
    const doubled = ENTRIES.filter((each) => first.get(each.key) !== each);
    expect(doubled.map(({ file, key }) => `${file}: “${key}” stands in another file already`)).toEqual([]);
  });
});

describe('no text is made before the language is known', () => {
  test.each([
    [`const A = t('a');`],
    [`const A = {\n  a: [t('a')],\n};`],
    [`export const A = new Map([['x', plural(1, 'a', 'b')]]);`],
    [`const f = (x) => x;\nconst A = t('a');`],
    [`const f = () => { g(); };\nconst A = { b: t('a') };`],
    ['const A = `${t(`a`)} b`;'],
    [`const A = <p>{t('a')}</p>;`],
    [`const R = /['"]/;\nconst A = t('a');`],
    [`if (x) y();\nA.b = t('a');`],
  ])('%j makes one', (code) => {
    expect(callsAtTopLevel(code)).toHaveLength(1);
  });

  test.each([
    [`function f() {\n  return t('a');\n}`],
    [`export async function f({ a }: { a: string }): Promise<string> {\n  return t('a');\n}`],
    [`function f(a = t('a')): { a: string } {\n  return { a: t('b') };\n}`],
    [`export function t(text: string): string {\n  return text;\n}`],
    [`const f = () => t('a');`],
    [`const A = { a: () => t('a'), b: (x) => ({ c: [t('b')] }) };`],
    [`const A = { load() { return t('a'); } };`],
    [`class A extends B<C> {\n  m(): string { return t('a'); }\n}`],
    [`const A = \`\${x ? \`\${y}\` : ''}\`;\nconst f = () => t('a');`],
    [`// t('a')\n/* t('b') */\nconst A = "t('c')"; const set = split('d'); const b = x.t('e');`],
  ])('%j makes none', (code) => {
    expect(callsAtTopLevel(code)).toEqual([]);
  });

  test('in this project', () => {
    const early = CODE.flatMap(({ path, text }) => callsAtTopLevel(text).map((line) => `${path}:${line}`));
    expect(early).toEqual([]);
  });
});
