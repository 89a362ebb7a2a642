import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGE_MODULES, pageOfPath, readPath } from './routes.ts';

test.each([
  ['/', '', 'list'],
  ['//', '', 'list'],
  ['/demo/operations', '', 'list'],
  ['/demo/operations/', '?status=FAIL', 'list'],
  ['/demo/operations/a%2Fb', '', 'detail'],
  ['/demo/operations/compare', '', 'detail'],
  ['/demo/operations/compare', '?id=a&id=b', 'compare'],
  ['/demo', '', null],
  ['/demo/operations/a/b', '', null],
  ['/demo/pools', '', null],
  ['//operations', '', null],
  ['/demo/operations/Compare', '?id=a', 'detail'],
])('%s%s needs the page %s', (path, search, page) => {
  expect(pageOfPath(path, search)).toBe(page);
});

test.each([
  ['/demo/operations', { environment: 'demo', id: null, deeper: false }],
  ['/demo/operations//', { environment: 'demo', id: null, deeper: false }],
  ['/demo/OPERATIONS/a', { environment: 'demo', id: 'a', deeper: false }],
  ['/demo/operations/a%2Fb', { environment: 'demo', id: 'a/b', deeper: false }],
  ['/d%C3%A9mo/operations/%D0%B6', { environment: 'démo', id: 'ж', deeper: false }],
  // No text in UTF-8: as it stands.
  ['/demo/operations/%E0%A4', { environment: 'demo', id: '%E0%A4', deeper: false }],
  ['/demo/operations/a/b', { environment: 'demo', id: 'a', deeper: true }],
  ['/demo/operations//a', { environment: 'demo', id: '', deeper: true }],
  ['/', null],
  ['/demo', null],
  ['//operations', null],
  ['/demo/operations-and-more', null],
])('reads the path %s', (path, parts) => {
  expect(readPath(path)).toEqual(parts);
});

test('each page begins with a file that is there', () => {
  expect(Object.values(PAGE_MODULES).filter((file) => !existsSync(file))).toEqual([]);
});
