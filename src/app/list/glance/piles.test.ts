import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Operation } from '../../../toloka/operation.ts';
import { decodeOperation } from '../../../toloka/operation.ts';
import { pilesBetween, walk } from './keys.ts';
import { marksOf, stretchOf } from './marks.ts';
import { pileNear, pilesOf, placeOfMark } from './piles.ts';
import { scaleOf } from './scale.ts';

const T = '2026-11-20T13:00:';

function operation(id: string, submitted: string | null, fields: object = {}): Operation {
  return decodeOperation({ id, type: 'POOL.OPEN', status: 'SUCCESS', submitted, ...fields });
}

function stripOf(operations: readonly Operation[], width = 800) {
  const marks = marksOf(operations);
  const stretch = stretchOf(marks);
  if (!stretch) throw new Error('nothing to show');
  const scale = scaleOf(stretch, width);
  return { marks, scale, piles: pilesOf(marks, scale) };
}

const idsIn = (piles: ReturnType<typeof pilesOf>) =>
  piles.map((pile) => pile.marks.map((mark) => mark.operation.id));

test('operations stand in the order of their submission; one that does not say when is left out', () => {
  const marks = marksOf([
    operation('late', `${T}30`),
    operation('unknown', null),
    operation('early', `${T}10`),
  ]);
  expect(marks.map((mark) => mark.operation.id)).toEqual(['early', 'late']);
});

test('what goes on has no end, also where the API sends one', () => {
  const [mark] = marksOf([operation('a', `${T}10`, { status: 'RUNNING', finished: `${T}50` })]);
  expect(mark).toMatchObject({ open: true, until: null, tone: 'running' });
});

test('the stretch goes from the first to the last, outwards to round times, and is at least ten seconds long', () => {
  const at = (text: string) => Date.parse(`${text}Z`);
  expect(
    stretchOf(marksOf([operation('a', '2026-11-20T13:01:07'), operation('b', '2026-11-20T14:02:15')])),
  ).toEqual({ from: at('2026-11-20T13:00:00'), to: at('2026-11-20T14:04:00') });
  expect(stretchOf(marksOf([operation('a', `${T}30.500`)]))).toEqual({
    from: at(`${T}25`),
    to: at(`${T}36`),
  });
  expect(stretchOf([])).toBe(null);
});

test('250 operations of one time are one pile, which the keys walk through and step over', () => {
  const block = Array.from({ length: 250 }, (_, index) => operation(`same-${index}`, `${T}10`));
  const { piles } = stripOf([operation('before', `${T}00`), ...block, operation('after', `${T}40`)]);
  expect(piles.map((pile) => pile.marks.length)).toEqual([1, 250, 1]);
  const to = (key: string, active: string) => walk(piles, { active, anchor: null }, key, false)?.active;
  expect(to('ArrowRight', 'before')).toBe('same-0');
  expect(to('ArrowDown', 'same-0')).toBe('same-1');
  expect(to('ArrowUp', 'same-1')).toBe('same-0');
  expect(to('ArrowDown', 'same-249')).toBe('same-249');
  expect(to('ArrowRight', 'same-7')).toBe('after');
  expect(to('Home', 'after')).toBe('before');
  expect(to('End', 'before')).toBe('after');
  expect(to('ArrowRight', 'after')).toBe('after');
  expect(to('x', 'after')).toBe(undefined);
  expect(to('End', 'gone')).toBe(undefined);
});

test('with Shift a range is drawn from where one stood, and dropped by a step without', () => {
  const { piles } = stripOf(['00', '10', '20', '30'].map((second) => operation(second, `${T}${second}`)));
  const first = walk(piles, { active: '20', anchor: null }, 'ArrowLeft', true);
  expect(first).toEqual({ active: '10', anchor: '20' });
  const second = first && walk(piles, first, 'ArrowLeft', true);
  expect(second).toEqual({ active: '00', anchor: '20' });
  expect(second && walk(piles, second, 'ArrowRight', false)).toEqual({ active: '10', anchor: null });
  expect(idsIn(pilesBetween(piles, '20', '00'))).toEqual([['00'], ['10'], ['20']]);
  expect(pilesBetween(piles, '20', 'gone')).toEqual([]);
});

test('a pointer means the nearest pile within its reach', () => {
  const { piles } = stripOf([operation('a', `${T}00`), operation('b', `${T}30`)]);
  const [a, b] = piles;
  expect(pileNear(piles, (a?.x ?? 0) + 5, 10)).toBe(a);
  expect(pileNear(piles, (b?.x ?? 0) - 10, 10)).toBe(b);
  expect(pileNear(piles, 300, 10)).toBe(null);
});

test('of any page, every operation stands on the strip once, in order, and piles do not touch', () => {
  const second = fc.integer({ min: 0, max: 90_000 });
  fc.assert(
    fc.property(
      fc.array(second, { minLength: 1, maxLength: 300 }),
      fc.integer({ min: 200, max: 2500 }),
      (all, width) => {
        const operations = all.map((each, index) =>
          operation(String(index), new Date(Date.UTC(2026, 10, 20) + each * 1000).toISOString().slice(0, 19)),
        );
        const { marks, piles, scale } = stripOf(operations, width);
        expect(idsIn(piles).flat()).toEqual(marks.map((mark) => mark.operation.id));
        expect(piles.every(({ x }) => x >= 3 && x <= width - 3)).toBe(true);
        expect(piles.every(({ x }, index) => index === 0 || x - (piles[index - 1]?.x ?? 0) >= 4)).toBe(true);
        const near = piles.every(({ x, marks: here }) =>
          here.every(({ at }) => Math.abs(scale.xOf(at) - x) <= 2),
        );
        expect(near, 'no tick is farther than two pixels from its time').toBe(true);
        const [pile] = piles;
        expect(placeOfMark(piles, pile?.marks[0]?.operation.id ?? '')).toEqual({ pile: 0, within: 0 });
      },
    ),
  );
});

test('a place leads back to its time, and not beyond the ends', () => {
  const scale = scaleOf({ from: 1000, to: 61_000 }, 632);
  expect(scale.xOf(1000)).toBe(6);
  expect(scale.xOf(61_000)).toBe(606);
  expect(scale.atOf(306)).toBe(31_000);
  expect(scale.atOf(-50)).toBe(1000);
  expect(scale.atOf(700)).toBe(61_000);
});

test('while the stretch stands still, what came after it is not drawn', () => {
  const marks = marksOf([operation('a', `${T}00`), operation('b', `${T}30`)]);
  const scale = scaleOf({ from: Date.parse(`${T}00Z`), to: Date.parse(`${T}20Z`) }, 800);
  expect(idsIn(pilesOf(marks, scale))).toEqual([['a']]);
});
