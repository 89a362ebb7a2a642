import { expect, test } from 'vitest';
import { acceptedLanguages, languageOf, speechFor } from './speech.ts';

const asking = (header?: string) => ({ headers: header === undefined ? {} : { 'accept-language': header } });

test.each([
  ['ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7', ['ru-RU', 'ru', 'en-US', 'en']],
  ['en;q=0.5, ru ; q=0.75', ['ru', 'en']],
  ['de, fr', ['de', 'fr']],
  ['ru;q=0, *', []],
  ['ru;q=high, "ru", ru_RU, ;q=1', []],
  ['', []],
])('the header %j wants %j', (header, tags) => {
  expect(acceptedLanguages(header)).toEqual(tags);
});

test('a header of any length is read only so far', () => {
  expect(acceptedLanguages('en,'.repeat(100_000))).toHaveLength(32);
});

test.each([
  ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
  ['en-GB,ru;q=0.9', 'en'],
  ['de,ru;q=0.5,en;q=0.4', 'ru'],
  ['ru;q=0,de', 'en'],
  [undefined, 'en'],
])('who sends %j is answered in %s', async (header, language) => {
  expect(languageOf(asking(header))).toBe(language);
  expect((await speechFor(asking(header))).language).toBe(language);
});
