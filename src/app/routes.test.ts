import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGE_MODULES, pageOfPath } from './routes.ts';

test.each([
  ['/', '', 'list'],
  ['/demo/operations', '', 'list'],
  ['/demo/operations/', '?status=FAIL', 'list'],
  ['/demo/operations/a%2Fb', '', 'detail'],
  ['/demo/operations/compare', '', 'detail'],
  ['/demo/operations/compare', '?id=a&id=b', 'compare'],
  ['/demo', '', null],
  ['/demo/operations/a/b', '', null],
  ['/demo/pools', '', null],
  ['//operations', '', null],
])('%s%s needs the page %s', (path, search, page) => {
  expect(pageOfPath(path, search)).toBe(page);
});

test('each page begins with a file that is there', () => {
  expect(Object.values(PAGE_MODULES).filter((file) => !existsSync(file))).toEqual([]);
});
