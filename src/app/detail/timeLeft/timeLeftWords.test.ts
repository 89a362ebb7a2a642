import { expect, test } from 'vitest';
import { latelyOf } from '../../../toloka/estimate/lately.ts';
import { insteadWords, rangeWords, sourceWords } from './timeLeftWords.ts';

const S = 1000;
const MIN = 60 * S;
const H = 60 * MIN;

test.each([
  [2 * S, 7 * S, 'less than 10 s'],
  [3 * S, 57 * S, 'less than a minute'],
  [41 * S, 78 * S, '40–80 s'],
  [50 * S, 4 * MIN, '50 s to 4 min'],
  [90 * S, 3.1 * MIN, '1½–3 min'],
  [2 * MIN, 4 * MIN, '2–4 min'],
  [2.6 * MIN, 3.3 * MIN, 'about 3 min'],
  [40 * MIN, 1.1 * H, '40 min to 1 h 10 min'],
  [2 * H, 3 * H, '2–3 h'],
])('from %d to %d ms reads “%s”', (from, to, words) => {
  expect(rangeWords(from, to)).toBe(words);
});

const lately = latelyOf([3, 3.4, 4, 4.5, 5].map((minutes) => minutes * MIN));

test('the source is named', () => {
  expect(sourceWords('pace', lately)).toBe('from the pace so far');
  expect(sourceWords('history', lately)).toBe('from the last 5 successful runs of this type, mostly 3–5 min');
  expect(sourceWords('both', lately)).toBe(
    'from the pace so far and the last 5 successful runs of this type, mostly 3–5 min',
  );
});

test('where no time left is told, how long others took is, if that is known and of use', () => {
  expect(insteadWords({ kind: 'early' }, lately)).toBe(
    'The last 5 successful runs of this type: mostly 3–5 min.',
  );
  expect(insteadWords({ kind: 'early' }, null)).toBe('');
  expect(insteadWords({ kind: 'nothing' }, lately)).toBe('');
});
