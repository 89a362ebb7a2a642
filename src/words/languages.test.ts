import { expect, test } from 'vitest';
import { isLanguage, LANGUAGE_CODES, preferredLanguage, speechOf } from './languages.ts';

test.each([
  [['ru'], { language: 'ru', tag: 'ru' }],
  [['ru-RU', 'en-US'], { language: 'ru', tag: 'ru-RU' }],
  [['RU-ru'], { language: 'ru', tag: 'RU-ru' }],
  [['de-DE', 'en-GB', 'ru'], { language: 'en', tag: 'en-GB' }],
  [['uk', 'be', 'ru-BY'], { language: 'ru', tag: 'ru-BY' }],
  [['rus', 'constructor', ''], { language: 'en', tag: 'en' }],
  [[], { language: 'en', tag: 'en' }],
])('of %j the page takes the first language that there is', (tags, chosen) => {
  expect(preferredLanguage(tags)).toEqual(chosen);
});

test('a language is one that has a row, and no property of all objects', () => {
  expect(LANGUAGE_CODES).toEqual(['en', 'ru']);
  expect(['en', 'ru', 'de', 'toString', 1, null].map(isLanguage)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test.each([
  ['en-US', false],
  ['en-us', false],
  ['en-PH', false],
  ['en-GB', true],
  ['en-IN', true],
  ['en', true],
])('whether the day goes before the month in %s: %s', (tag, dayFirst) => {
  const { language, texts, group, decimal, dayFirst: own } = speechOf('en', tag, null);
  expect([language, texts, group, decimal, own]).toEqual(['en', null, ',', '.', dayFirst]);
});

test('Russian has its own signs and plural forms, in every region', () => {
  const { language, group, decimal, dayFirst, pluralForm } = speechOf('ru', 'ru-KZ', {});
  expect([language, group, decimal, dayFirst]).toEqual(['ru', '\u00a0', ',', true]);
  expect([1, 3, 7, 1.5].map(pluralForm)).toEqual(['one', 'few', 'many', 'other']);
});
