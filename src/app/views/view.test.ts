import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validSearch } from '../../../tests/fixtures/arbitraries.ts';
import { formatListSearch } from '../../toloka/formatSearch.ts';
import { freeName, isNameOf, tidyName, viewHref, viewKey, viewSearch } from './view.ts';

const key = (search: string, environment = 'production') => viewKey({ environment, search });

test('the order of parameters does not matter for which view it is', () => {
  expect(key('status=RUNNING&limit=20&status=PENDING')).toBe(key('limit=20&status=PENDING&status=RUNNING'));
  expect(key('type=POOL.OPEN&type=POOL.CLOSE')).toBe(key('type=POOL.CLOSE&type=POOL.OPEN'));
  expect(key('foo=1&status=FIAL&bar=2')).toBe(key('bar=2&foo=1&status=FIAL'));
});

test('a page of it, a pause and spelled-out defaults are the same view', () => {
  const page = 'status=FAIL&sort=-submitted&updates=paused&after=2026-11-20T10:00:00,a1';
  expect(key(page)).toBe('/production/operations?status=FAIL');
  expect(key('status=FAIL&after=nowhere&updates=never')).toBe(key('status=FAIL'));
});

test('another filter, order, size or environment is another view', () => {
  const views = [
    '',
    'status=FAIL',
    'status=FAIL&sort=submitted',
    'status=FAIL&limit=20',
    'status=FAIL&foo=1',
  ];
  expect(new Set([...views.map((search) => key(search)), key('', 'sandbox')]).size).toBe(6);
});

test('the order of types is another link but not another view', () => {
  const search = viewSearch('type=POOL.OPEN&type=POOL.CLOSE&before=2026-11-20T10:00:00,a1');
  expect(search).toBe('type=POOL.OPEN&type=POOL.CLOSE');
  expect(viewHref({ environment: 'demo', search })).toBe('/demo/operations?type=POOL.OPEN&type=POOL.CLOSE');
});

test('any search is the same view as what is kept of it', () => {
  fc.assert(
    fc.property(validSearch, (search) => {
      const text = formatListSearch(search);
      expect(key(viewSearch(text))).toBe(key(text));
      expect(viewSearch(viewSearch(text))).toBe(viewSearch(text));
    }),
  );
});

test('a name is kept on one line, without blanks at its ends and not too long', () => {
  expect(tidyName('  Nightly \n\t uploads  ')).toBe('Nightly uploads');
  expect(tidyName(' \u00a0\n ')).toBe('');
  expect(tidyName('👩‍👧 ночь')).toBe('👩‍👧 ночь');
  expect(tidyName('x'.repeat(100))).toHaveLength(80);
});

test('a name that is taken gets the first free number', () => {
  const named = (...names: string[]) => names.map((name) => ({ name, environment: 'demo', search: '' }));
  expect(freeName('Nightly', named('Daily'))).toBe('Nightly');
  expect(freeName('Nightly', named('Nightly', 'Nightly (2)'))).toBe('Nightly (3)');
  expect(freeName('x'.repeat(80), named('x'.repeat(80)))).toBe(`${'x'.repeat(76)} (2)`);
  expect(isNameOf('Nightly (12)', 'Nightly')).toBe(true);
  expect(isNameOf('Nightly (old)', 'Nightly')).toBe(false);
});
