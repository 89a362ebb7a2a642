import { expect, test } from 'vitest';
import { parseListSearch } from '../../toloka/parseSearch.ts';
import { activeFilters } from './activeFilters.ts';

const NOW = Date.UTC(2026, 10, 20, 14);
const words = (search: string) =>
  activeFilters(parseListSearch(search).query, 'utc', NOW).map((filter) => filter.words);

test('a bare list has no filters, and its order is none', () => {
  expect(words('')).toEqual([]);
  expect(words('sort=-finished&limit=20')).toEqual([]);
});

test('each attribute is one filter, in words that stand alone', () => {
  expect(words('type=ANALYTICS&status=FAIL&status=RUNNING&submitted_gte=now-24h')).toEqual([
    'Failed, Running',
    'Computing statistics',
    'Submitted last 24 hours',
  ]);
  expect(words('status=NEW.STATUS')).toEqual(['NEW.STATUS']);
});
