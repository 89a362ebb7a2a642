import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitness } from './match.ts';

const fits = (typed: string, ...names: string[]) => fitness(typed, names) > 0;

test('every word that is typed has to be there, in any order, at any place', () => {
  expect(fits('failed', 'Status: Failed')).toBe(true);
  expect(fits('fail stat', 'Status: Failed')).toBe(true);
  expect(fits('ailed', 'Status: Failed')).toBe(true);
  expect(fits('failed type', 'Status: Failed')).toBe(false);
});

test('other names count: codes of the API, names in another language', () => {
  expect(fits('FAIL', 'Статус: Ошибка', 'Status: Failed', 'FAIL')).toBe(true);
  expect(fits('pool.op', 'Type: Opening a pool', 'POOL.OPEN')).toBe(true);
  expect(fits('тёмная', 'Theme: dark', 'Тема: темная')).toBe(true);
});

test('what was typed in the other keyboard’s layout is found', () => {
  expect(fits('кгттштп', 'Status: Running')).toBe(true);
  expect(fits('jib,rf', 'Статус: Ошибка')).toBe(true);
});

test('the shown name counts more than the others, and a beginning more than a middle', () => {
  const scores = [
    fitness('open', ['Opening a pool']),
    fitness('open', ['Type: Opening a pool']),
    fitness('open', ['Reopening']),
    fitness('open', ['Cloning', 'x.open']),
    fitness('щзут', ['Type: Opening a pool']),
  ];
  expect(scores).toEqual([5, 4, 2, 2, 3.6]);
});

test('a name is found by any piece of it', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{2,12}( [a-z]{2,12})?$/),
      fc.nat(20),
      fc.nat(20),
      (name, from, length) => {
        const piece = name.slice(from % name.length, (from % name.length) + length + 1);
        if (piece.trim() !== '') expect(fits(piece, name)).toBe(true);
      },
    ),
  );
});

test('a pasted document is no name of anything', () => {
  expect(fits('a '.repeat(250), 'a')).toBe(true);
  expect(fits(`${'a '.repeat(250)}a`, 'a')).toBe(false);
});
