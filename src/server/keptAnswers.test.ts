import { expect, test } from 'vitest';
import { createKeptAnswers } from './keptAnswers.ts';

let time = 0;
const keeper = (most = { count: 3, bytes: 100 }) => {
  time = 0;
  return createKeptAnswers<string>(most, () => time);
};

test('an answer is kept for its time from the start of its question, not from its arrival', () => {
  const kept = keeper();
  time = 400;
  kept.keep('a', 'A', { bytes: 1, since: 0, ms: 1000 });
  time = 999;
  expect(kept.get('a')).toBe('A');
  time = 1000;
  expect(kept.get('a')).toBeUndefined();
  kept.keep('late', 'L', { bytes: 1, since: 0, ms: 1000 });
  expect(kept.get('late')).toBeUndefined();
});

test('the oldest make room, by number and by bytes', () => {
  const kept = keeper();
  const keep = (key: string, bytes: number) => kept.keep(key, key, { bytes, since: 0, ms: 1000 });
  for (const key of ['a', 'b', 'c', 'd']) keep(key, 10);
  expect(['a', 'b', 'c', 'd'].map((key) => kept.get(key))).toEqual([undefined, 'b', 'c', 'd']);
  keep('e', 85);
  expect(['b', 'c', 'd', 'e'].map((key) => kept.get(key))).toEqual([undefined, undefined, 'd', 'e']);
  keep('huge', 101);
  expect(kept.get('huge')).toBeUndefined();
  expect(kept.get('e')).toBe('e');
});

test('a newer answer takes the place of the older one, and its bytes', () => {
  const kept = keeper();
  for (let index = 0; index < 50; index++) {
    kept.keep('a', `A${index}`, { bytes: 60, since: index, ms: 1000 });
  }
  kept.keep('b', 'B', { bytes: 40, since: 0, ms: 1000 });
  expect([kept.get('a'), kept.get('b')]).toEqual(['A49', 'B']);
});

test('answers whose time is over are not held on to, though nobody asks for them again', () => {
  const kept = keeper({ count: 1000, bytes: 1_000_000 });
  kept.keep('minute', 'M', { bytes: 1, since: 0, ms: 60_000 });
  for (let index = 1; index <= 500; index++) {
    time = index * 100;
    kept.keep(`view ${index}`, 'V', { bytes: 1, since: time, ms: 1000 });
  }
  expect(kept.count()).toBeLessThanOrEqual(22);
  expect(kept.get('minute')).toBe('M');
});
