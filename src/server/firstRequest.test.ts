import { beforeAll, expect, test } from 'vitest';
import { firstRequest } from './firstRequest.ts';

const NOW = Date.UTC(2026, 10, 22, 12, 0, 0);
const at = (url: string) => {
  const request = firstRequest(url, ['production', 'demo'], NOW);
  return request === null ? null : decodeURIComponent(request);
};

// Pages with a place go on to it by themselves, and nobody waits for them: it must be there before the tests are over.
beforeAll(() => import('../toloka/paging/walkPage.ts'));

test.each([
  ['/demo/operations', '/demo/api/v1/operations?sort=-submitted,-id&limit=50'],
  [
    '/production/operations?status=FAIL&limit=20',
    '/production/api/v1/operations?status=FAIL&sort=-submitted,-id&limit=20',
  ],
  [
    '/demo/operations?submitted_gte=now-24h',
    '/demo/api/v1/operations?submitted_gte=2026-11-21T12:00:00.000&sort=-submitted,-id&limit=50',
  ],
  ['/demo/operations/abc-1', '/demo/api/v1/operations/abc-1'],
  ['/demo/operations/?limit=20', '/demo/api/v1/operations?sort=-submitted,-id&limit=20'],
  ['/demo/operations/%61bc-1/', '/demo/api/v1/operations/abc-1'],
])('the page at %s asks %s first', (url, request) => {
  expect(at(url)).toBe(request);
});

test.each([
  ['/', 'home, which may lead on to a saved view'],
  ['/sandbox/operations', 'an environment that is not configured'],
  ['/demo/operations?status=FIAL', 'a fault, for which nothing is asked'],
  ['/demo/operations?find=pool', 'a search through the whole list'],
  ['/demo/operations?type=POOL.OPEN&type=POOL.CLOSE', 'several streams'],
  ['/demo/operations?sort=finished', 'an order that takes more than one question'],
  ['/demo/operations/a%2Fb', 'an ID that no operation can have'],
  ['/demo/operations/compare?id=a&id=b', 'a comparison, which asks for each'],
  ['/demo/operations/a/b', 'an address that is no page'],
])('nothing is asked ahead for %s: %s', (url) => {
  expect(at(url)).toBeNull();
});
