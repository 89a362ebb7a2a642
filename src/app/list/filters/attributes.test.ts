import { describe, expect, test } from 'vitest';
import { formatListSearch } from '../../../toloka/formatSearch.ts';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import {
  attributeLabel,
  attributeParameters,
  attributeWords,
  cleared,
  countSet,
  FILTER_ATTRIBUTES,
  isSet,
  sameList,
  withoutAttribute,
  type Attribute,
} from './attributes.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const words = (attribute: Attribute, query: string, zone: 'local' | 'utc' = 'utc') =>
  attributeWords(attribute, parseListSearch(query).query, zone, NOW);
const without = (attribute: Attribute, query: string) =>
  formatListSearch(withoutAttribute(attribute, parseListSearch(query)));

test('the bar has a control for every filter of the API', () => {
  expect(FILTER_ATTRIBUTES.map(attributeLabel)).toEqual(['Status', 'Type', 'Submitted', 'Finished', 'ID']);
  expect(attributeLabel('sort')).toBe('Sort');
});

describe('what a chip says', () => {
  test('is nothing where nothing is set, but the order always', () => {
    expect(FILTER_ATTRIBUTES.map((attribute) => words(attribute, ''))).toEqual(['', '', '', '', '']);
    expect(words('sort', '')).toBe('Submitted, newest first');
  });

  test('tells each bound by its own word, in the zone of the viewer', () => {
    const query = 'submitted_gt=2026-11-20T07:30:00&submitted_lte=2022-11-22T16:11:38.874';
    expect(words('submitted', query)).toBe('after 20 Nov 07:30 to 22 Nov 2022 16:11:38');
    expect(words('submitted', query, 'local')).toBe('after 20 Nov 13:00 to 22 Nov 2022 21:41:38');
    expect(words('submitted', 'submitted_gte=2026-11-20&submitted_lt=2026-11-21')).toBe(
      '20 Nov, the whole day',
    );
  });

  test('keeps relative dates relative', () => {
    expect(words('finished', 'finished_gte=now-24h')).toBe('last 24 hours');
    expect(words('finished', 'finished_gt=now-24h')).toBe('after 24 hours ago');
    expect(words('finished', 'finished_gte=now-7d&finished_lte=now-1d')).toBe('from 7 days ago to 1 day ago');
    expect(words('finished', 'finished_lt=now')).toBe('before now');
  });

  test('shows ID bounds by their signs', () => {
    expect(words('id', 'id_gt=57068577e4b0bf7b07a0256f&id_lte=z')).toBe('> 57068577…256f ≤ z');
  });

  test('has the exact parameters behind it', () => {
    const query = parseListSearch('type=ANALYTICS&submitted_gte=2022-11-22T16:11:38.874123&sort=id').query;
    expect(attributeParameters('submitted', query)).toBe('submitted_gte=2022-11-22T16:11:38.874123');
    expect(attributeParameters('types', query)).toBe('type=ANALYTICS');
    expect(attributeParameters('sort', query)).toBe('sort=id');
    expect(attributeParameters('finished', query)).toBe('');
  });
});

describe('taking an attribute away', () => {
  const FULL = 'type=ANALYTICS&status=FAIL&submitted_gte=now-1h&id_gt=a&id_lt=z&sort=id&limit=20';

  test('takes all its bounds or values, faulty ones included, and nothing else', () => {
    expect(without('id', FULL)).toBe('type=ANALYTICS&status=FAIL&submitted_gte=now-1h&sort=id&limit=20');
    expect(without('sort', FULL)).toBe(
      'type=ANALYTICS&status=FAIL&submitted_gte=now-1h&id_gt=a&id_lt=z&limit=20',
    );
    expect(without('statuses', 'status=FAIL&status=FIAL&id_gt=')).toBe('id_gt=');
    expect(without('id', 'id_lt=z&id_gt=&foo=1')).toBe('foo=1');
  });

  test('is counted attribute by attribute', () => {
    expect(countSet(parseListSearch(FULL).query)).toBe(5);
    expect(countSet(parseListSearch('limit=20&sort=-submitted').query)).toBe(0);
    expect(isSet('sort', parseListSearch(FULL).query)).toBe(true);
  });

  test('from all of them leaves the page size and the pause', () => {
    expect(formatListSearch(cleared(parseListSearch(`${FULL}&updates=paused&foo=1&after=b`)))).toBe(
      'limit=20&updates=paused',
    );
  });
});

test('the place in the list makes no other list', () => {
  const search = parseListSearch('sort=id&after=abc');
  expect(search.place).not.toBeNull();
  expect(sameList(search, parseListSearch('sort=id'))).toBe(true);
  expect(sameList(search, parseListSearch('sort=-id'))).toBe(false);
  expect(sameList(search, parseListSearch('sort=id&foo=1'))).toBe(false);
});
