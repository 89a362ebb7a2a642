import { expect, test } from 'vitest';
import { decodeOperation } from '../../../toloka/operation.ts';
import { lines, tickPaths } from './drawing.ts';
import { marksOf } from './marks.ts';
import { scaleOf } from './scale.ts';

/** A second of the strip is ten pixels long, which begins at 6. */
const SCALE = scaleOf(
  { from: Date.parse('2026-11-20T13:00:00Z'), to: Date.parse('2026-11-20T13:00:50Z') },
  532,
);

let count = 0;
function mark(status: string, second: string, finished: string | null = null) {
  const time = (at: string) => `2026-11-20T13:00:${at}`;
  const [made] = marksOf([
    decodeOperation({
      id: String(count++),
      status,
      submitted: time(second),
      finished: finished && time(finished),
    }),
  ]);
  if (!made) throw new Error('no time');
  return made;
}

test('a tick that went well is plain; one that failed is higher and wears a cap; one that waits is dashed', () => {
  const piles = (status: string) => [{ x: 100, marks: [mark(status, '10')] }];
  expect(tickPaths(piles('SUCCESS'), 19).success).toBe('M99 11h2v8h-2z');
  expect(tickPaths(piles('FAIL'), 19).fail).toBe('M99 7h2v12h-2zM97 7h6v3h-6z');
  expect(tickPaths(piles('PENDING'), 19).pending).toBe('M99 11h2v2h-2zM99 15h2v2h-2z');
  expect(tickPaths(piles('SOMETHING'), 19).unknown).toBe('M99 11h2v8h-2z');
});

test('a pile is divided among its statuses, failures on top, however few they are', () => {
  const marks = [mark('FAIL', '10'), ...Array.from({ length: 249 }, () => mark('SUCCESS', '10'))];
  const paths = tickPaths([{ x: 100, marks }], 19);
  expect(paths.success).toBe('M98 3.1h4v15.9h-4z');
  expect(paths.fail).toBe('M98 0h4v3.1h-4zM97 0h6v3h-6z');
  expect(paths.running).toBe('');
});

test('what goes on has a line to the edge; what has ended, one to its end if that is long enough', () => {
  const marks = [mark('RUNNING', '40'), mark('SUCCESS', '20', '30'), mark('FAIL', '30', '30')];
  const { open, ended } = lines(marks, SCALE, 19);
  expect(open.running).toBe('M408 19V2H532');
  expect(ended.success).toBe('M208 19V2H306');
  expect(ended.fail).toBe('');
});

test('where there is no room, what has ended goes without a line, and what goes on shares one', () => {
  const running = ['01', '02', '03', '04', '05'].map((second) => mark('RUNNING', second));
  const { open, ended } = lines([...running, mark('SUCCESS', '20', '30')], SCALE, 19);
  expect(open.running).toBe('M16 19V2H532M28 19V5H532M36 19V8H532M48 19V2H532M56 19V5H532');
  expect(ended.success).toBe('');
});
