import { expect, test } from 'vitest';
import { rowsInSight } from './rowsInSight.ts';

test('as many rows come first as a window can show, and no fewer than four', () => {
  const laptop = { innerWidth: 1440, innerHeight: 900 };
  expect(rowsInSight(laptop, 'comfortable')).toBe(19);
  expect(rowsInSight(laptop, 'compact')).toBe(23);
  expect(rowsInSight({ innerWidth: 2560, innerHeight: 2000 }, 'comfortable')).toBe(48);
  expect(rowsInSight({ innerWidth: 1440, innerHeight: 200 }, 'comfortable')).toBe(4);
});

test('down a list that is scrolled there are as many more', () => {
  expect(rowsInSight({ innerWidth: 1440, innerHeight: 900 }, 'comfortable', 600)).toBe(34);
  expect(rowsInSight({ innerWidth: 1440, innerHeight: 900 }, 'comfortable', Infinity)).toBe(Infinity);
});

test('where rows are drawn as cards, fewer of them fill the window', () => {
  expect(rowsInSight({ innerWidth: 390, innerHeight: 844 }, 'comfortable')).toBe(7);
  expect(rowsInSight({ innerWidth: 390, innerHeight: 844 }, 'compact')).toBe(7);
});
