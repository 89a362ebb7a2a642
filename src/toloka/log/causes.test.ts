import { expect, test } from 'vitest';
import { causeKey, causePath, createCauseTable } from './causes.ts';

const fault = (path: string, code = 'C', message = 'm') => ({ path, code, message, payload: null });

test('array places become *, names with digits in them stay', () => {
  expect(causePath('tasks.0.input_values.image', null)).toBe('tasks.*.input_values.image');
  expect(causePath('tasks.12.input_values.image2', null)).toBe('tasks.*.input_values.image2');
  expect(causePath('tasks[3].input_values.a[0][1]', null)).toBe('tasks[*].input_values.a[*][*]');
  expect(causePath('user_id', null)).toBe('user_id');
});

test('a field whose name is a number stays, as far as the item tells', () => {
  const input = { input_values: { '7': 'x' }, tasks: [{ input_values: { '7': 'x' } }] };
  expect(causePath('input_values.7', input)).toBe('input_values.7');
  expect(causePath('tasks.0.input_values.7', input)).toBe('tasks.*.input_values.7');
  expect(causePath('tasks.5.input_values.7', input)).toBe('tasks.*.input_values.*');
});

test('an item counts once in each of its causes, and the first one is named', () => {
  const table = createCauseTable();
  expect(table.add(1, [fault('tasks.0.x'), fault('tasks.1.x'), fault('y')], null)).toEqual([0, 1]);
  expect(table.add(4, [fault('y')], null)).toEqual([1]);
  expect(table.top(5).map(({ path, count, first }) => [path, count, first])).toEqual([
    ['y', 2, 1],
    ['tasks.*.x', 1, 1],
  ]);
  expect(table.size()).toBe(2);
});

test('the same path with another code or message is another cause', () => {
  const table = createCauseTable();
  table.add(1, [fault('a', 'C', 'm'), fault('a', 'D', 'm'), fault('a', 'C', 'n')], null);
  expect(table.size()).toBe(3);
  expect(causeKey('a', 'bc', 'd')).not.toBe(causeKey('ab', 'c', 'd'));
  expect(causeKey('a', 'b', 'cd')).not.toBe(causeKey('a', 'bc', 'd'));
});

test('a cause has the same key in every reading, fit for an address', () => {
  expect(causeKey('input_values.image', 'VALUE_REQUIRED', 'May not be empty')).toBe('0iex6p1tost');
  expect(causeKey('', '', '')).toMatch(/^[a-z\d]{11}$/);
});

test('of many causes the most frequent are told, ties in order of appearance', () => {
  const table = createCauseTable();
  for (let item = 1; item <= 60; item++) {
    const faults = [fault(`f${item % 20}x`)];
    if (item > 50) faults.push(fault('often'));
    table.add(item, faults, null);
  }
  expect(table.top(3).map(({ path, count }) => [path, count])).toEqual([
    ['often', 10],
    ['f1x', 3],
    ['f2x', 3],
  ]);
  expect(table.top(100)).toHaveLength(21);
  expect(table.size()).toBe(21);
});

test('a cause without news stays the same object', () => {
  const table = createCauseTable();
  table.add(1, [fault('a'), fault('b')], null);
  const [a, b] = table.top(2);
  table.add(2, [fault('b')], null);
  const [first, second] = table.top(2);
  expect(second).toBe(a);
  expect(first).toEqual({ ...b, count: 2 });
});

test('a text that nobody could read in a list is cut there, and still tells causes apart', () => {
  const table = createCauseTable();
  table.add(1, [fault('a', 'C', 'x'.repeat(5000)), fault('a', 'C', `${'x'.repeat(5000)}y`)], null);
  expect(table.top(2).map(({ message }) => message.length)).toEqual([2001, 2001]);
  expect(table.numberOf(causeKey('a', 'C', `${'x'.repeat(5000)}y`))).toBe(1);
  expect(table.numberOf('nobody')).toBe(-1);
});
