import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validSearch } from '../../tests/fixtures/arbitraries.ts';
import { formatListSearch } from './formatSearch.ts';
import { parseListSearch } from './parseSearch.ts';
import { pinned, relativeBounds } from './pinned.ts';

const NOW = Date.UTC(2026, 10, 21, 14, 2, 15, 250);
const pin = (text: string) => formatListSearch(pinned(parseListSearch(text), NOW));

test('relative bounds become the instants that they mean now, in UTC', () => {
  expect(pin('submitted_gte=now-24h')).toBe('submitted_gte=2026-11-20T14:02:15.250');
  expect(pin('submitted_gte=now-7d&finished_lt=now')).toBe(
    'submitted_gte=2026-11-14T14:02:15.250&finished_lt=2026-11-21T14:02:15.250',
  );
});

test('everything else stays as it is: types, order, size, the place, absolute dates to the letter', () => {
  const text =
    'type=POOL.OPEN&status=FAIL&submitted_gte=now-1h&finished_lte=2026-11-20&id_gt=7&sort=finished&limit=20&updates=paused&after=2026-11-20T10:00:00,2026-11-20T09:00:00,a1';
  expect(pin(text)).toBe(text.replace('now-1h', '2026-11-21T13:02:15.250'));
});

test('faulty parameters stay faulty, and an ID that reads like a date stays an ID', () => {
  expect(pin('submitted_gte=yesterday&id_gt=now-24h')).toBe('id_gt=now-24h&submitted_gte=yesterday');
});

test('the relative bounds are named in the order of the URL', () => {
  const { query } = parseListSearch(
    'finished_lt=now&id_gt=now&submitted_lte=2026-11-20&submitted_gte=now-2w',
  );
  expect(relativeBounds(query)).toEqual(['submitted_gte', 'finished_lt']);
});

test('whatever is pinned has nothing relative left, is read back the same, and pinning again changes nothing', () => {
  fc.assert(
    fc.property(validSearch, (search) => {
      const once = pinned(search, NOW);
      expect(relativeBounds(once.query)).toEqual([]);
      expect(pinned(once, NOW + 12_345)).toEqual(once);
      expect(parseListSearch(formatListSearch(once))).toEqual(once);
      const { bounds: ignored, ...rest } = once.query;
      expect({ ...search.query, ...rest, place: once.place, paused: once.paused }).toEqual({
        ...search.query,
        place: search.place,
        paused: search.paused,
      });
      for (const [name, value] of Object.entries(search.query.bounds)) {
        if (!value.startsWith('now') || name.startsWith('id_')) expect(ignored).toHaveProperty(name, value);
      }
    }),
  );
});
