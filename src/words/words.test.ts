import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { speechOf } from './languages.ts';
import { ENGLISH, grouped, plural, speak, speech, t, translate, type Texts } from './words.ts';

const RUSSIAN: Texts = {
  Retry: 'Повторить',
  'pool {id}': '{id} — пул',
  '{n} items': {
    one: '{n} элемент',
    few: '{n} элемента',
    many: '{n} элементов',
    other: '{n} элемента',
  },
};
const russian = speechOf('ru', 'ru-RU', RUSSIAN);
const items = (count: number) => plural(count, '{n} item', '{n} items');

afterEach(() => speak(ENGLISH));

test('the code’s own texts are English, and what tells two of them apart is not shown', () => {
  expect([t('Retry'), t('pool {id}', { id: '7' }), items(1), items(28_410)]).toEqual([
    'Retry',
    'pool 7',
    '1 item',
    '28,410 items',
  ]);
  // Any text will do: which ones there are changes, the mark does not.
  expect(translate(ENGLISH, 'Open##verb' as Parameters<typeof translate>[1])).toBe('Open');
});

test('texts are in the language that is spoken, in its own order of words', () => {
  speak(russian);
  expect(speech().language).toBe('ru');
  expect([t('Retry'), t('pool {id}', { id: 7 })]).toEqual(['Повторить', '7 — пул']);
});

test.each([
  [0, '0 элементов'],
  [1, '1 элемент'],
  [2, '2 элемента'],
  [5, '5 элементов'],
  [11, '11 элементов'],
  [21, '21 элемент'],
  [112, '112 элементов'],
  [28_410, '28\u00a0410 элементов'],
])('%d takes the plural form that Russian wants', (count, words) => {
  speak(russian);
  expect(items(count)).toBe(words);
});

test('a text that a language lacks is shown in English', () => {
  speak(speechOf('ru', 'ru', {}));
  expect([t('Retry'), items(1), items(2)]).toEqual(['Retry', '1 item', '2 items']);
});

test('a value is put in as it is, and a name without a value stays', () => {
  const id = '{id} $& $1 <b>';
  expect(t('pool {id}', { id })).toBe(`pool ${id}`);
  expect([t('pool {id}'), t('pool {id}', { other: 1 })]).toEqual(['pool {id}', 'pool {id}']);
});

test('who answers readers of several languages speaks each one’s, and changes nothing for the others', () => {
  expect(translate(russian, 'Retry')).toBe('Повторить');
  expect(t('Retry')).toBe('Retry');
});

test('thousands are told apart, and nothing else is changed', () => {
  expect([0, 999, 1000, 123_456, 1_234_567].map((count) => grouped(count, ' '))).toEqual([
    '0',
    '999',
    '1 000',
    '123 456',
    '1 234 567',
  ]);
  fc.assert(
    fc.property(fc.nat(), (count) => {
      expect(grouped(count, ',')).toBe(count.toLocaleString('en-US'));
    }),
  );
});
