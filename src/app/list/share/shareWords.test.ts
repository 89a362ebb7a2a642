import { expect, test } from 'vitest';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import { shareWords } from './shareWords.ts';

const NOW = Date.UTC(2026, 10, 21, 14, 2, 15, 250);
const words = (text: string) => shareWords(parseListSearch(text), NOW);

test('a live link stays what it says, a pinned one keeps what that means now', () => {
  expect(words('submitted_gte=now-24h')).toEqual({
    live: 'Stays “Submitted last 24 hours”, counted from whenever it is opened.',
    pinned: 'Keeps what that means now: Submitted from 20 Nov 14:02:15 UTC.',
    commands: 'The request that this app makes for the first page.',
  });
});

test('several relative ranges are each told', () => {
  const { live, pinned } = words('submitted_gte=now-7d&submitted_lt=now-24h&finished_gte=now-1h');
  expect(live).toBe(
    'Stays “Submitted from 7 days ago before 24 hours ago”, “Finished last hour”, counted from whenever it is opened.',
  );
  expect(pinned).toBe(
    'Keeps what that means now: Submitted from 14 Nov 14:02:15 before 20 Nov 14:02:15 UTC, Finished from 21 Nov 13:02:15 UTC.',
  );
});

test('where nothing is relative there is one link, and it says why', () => {
  const { live, pinned } = words('submitted_gte=2026-11-20');
  expect(live).toBe('No date in this view is relative to now, so one link is all there is.');
  expect(pinned).toBeNull();
});

test('as many requests are told of as the app makes', () => {
  expect(words('status=FAIL&status=RUNNING&type=POOL.OPEN&type=POOL.CLOSE').commands).toBe(
    'The 4 requests that this app makes for the first page.',
  );
});
