import { expect, test } from 'vitest';
import { midnightOf, readyMadeViews } from './readyMade.ts';
import { viewHref } from './view.ts';

// The tests run in Asia/Kolkata, 5 h 30 min before UTC.
const NOW = Date.UTC(2026, 10, 21, 20, 0);

test('the ready-made views are links in the API’s own words', () => {
  const views = readyMadeViews('demo', 'local', midnightOf('local', NOW));
  expect(views.map((view) => [view.name, viewHref(view)])).toEqual([
    ['All', '/demo/operations'],
    ['Running now', '/demo/operations?status=PENDING&status=RUNNING'],
    ['Failed, 24 h', '/demo/operations?status=FAIL&submitted_gte=now-24h'],
    ['Today', '/demo/operations?submitted_gte=2026-11-21T18:30:00'],
  ]);
});

test('today begins at midnight of the zone that times are shown in, and says so', () => {
  const today = (zone: 'local' | 'utc') => readyMadeViews('demo', zone, midnightOf(zone, NOW)).at(-1);
  expect(today('local')?.title).toBe(
    'Submitted since midnight of 22 Nov in GMT+5:30; its link keeps that date',
  );
  expect(today('utc')?.search).toBe('submitted_gte=2026-11-21T00:00:00');
  expect(today('utc')?.title).toBe('Submitted since midnight of 21 Nov in UTC; its link keeps that date');
});
