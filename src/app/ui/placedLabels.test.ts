import { expect, test } from 'vitest';
import { placedLabels } from './placedLabels.ts';

const drawn = (stretch: { from: number; to: number }, width: number) => {
  const pxPerMs = (width - 32) / (stretch.to - stretch.from);
  return { stretch, width, xOf: (at: number) => 6 + (at - stretch.from) * pxPerMs };
};
const at = (text: string) => Date.parse(`2026-11-${text}Z`);

test('labels stand at their times, but not beyond the ends of the box', () => {
  const scale = drawn({ from: at('20T13:00:00'), to: at('20T14:00:00') }, 632);
  expect(placedLabels(scale, 'utc', at('20T20:00:00'))).toEqual([
    { text: '13:00', x: 6, middle: 16.5 },
    { text: '13:20', x: 206, middle: 206 },
    { text: '13:40', x: 406, middle: 406 },
    { text: '14:00', x: 606, middle: 606 },
  ]);
});

test('a label that would touch the one before it is left out', () => {
  const scale = drawn({ from: at('18T13:00:00'), to: at('18T14:00:00') }, 240);
  expect(placedLabels(scale, 'utc', at('20T20:00:00')).map(({ text }) => text)).toEqual([
    '18 Nov 13:00',
    '13:40',
    '14:00',
  ]);
});
