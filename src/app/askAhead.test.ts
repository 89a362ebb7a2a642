import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { pageQuery } from './api/queries.ts';
import { parseListSearch } from '../toloka/parseSearch.ts';
import { askAhead } from './askAhead.ts';

/** Has the app's requests wait for an answer; returns what was asked, and which of it is no longer waited for. */
function listen(): { asked: string[]; left: string[] } {
  const [asked, left]: string[][] = [[], []];
  // A page whose head has not asked for anything.
  vi.stubGlobal('document', { querySelector: () => null });
  vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
    asked?.push(url);
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        left?.push(url);
        reject(new DOMException('left', 'AbortError'));
      });
    });
  });
  return { asked: asked ?? [], left: left ?? [] };
}

const at = (address: string) => new URL(address, 'http://localhost');

afterEach(() => {
  vi.unstubAllGlobals();
});

test('the rows of a list’s address are asked for, and nothing for one that shows none', async () => {
  const { asked } = listen();
  const client = new QueryClient();
  void askAhead(client, at('/demo/operations?status=FAIL&limit=20'));
  for (const none of [
    '/demo/operations/a-1',
    '/',
    '/demo',
    '/demo/operations?find=x',
    '/demo/operations?limit=none',
  ])
    await askAhead(client, at(none));
  await vi.waitFor(() => expect(asked).not.toEqual([]));
  expect(asked).toEqual(['/demo/api/v1/operations?status=FAIL&sort=-submitted,-id&limit=20']);
});

test('of several addresses, one right after the other, only the last one is waited for', async () => {
  const { asked, left } = listen();
  const client = new QueryClient();
  const of = (status: string) => `/demo/api/v1/operations?status=${status}&sort=-submitted,-id&limit=50`;
  for (const status of ['FAIL', 'RUNNING', 'RUNNING', 'PENDING']) {
    void askAhead(client, at(`/demo/operations?status=${status}`));
    await vi.waitFor(() => expect(asked).toContain(of(status)));
  }
  expect(asked).toEqual([of('FAIL'), of('RUNNING'), of('PENDING')]);
  expect(left).toEqual([of('FAIL'), of('RUNNING')]);
});

test('what somebody looks at meanwhile is waited for all the same', async () => {
  const { asked, left } = listen();
  const client = new QueryClient();
  void askAhead(client, at('/demo/operations'));
  const { query } = parseListSearch('');
  const leave = new QueryObserver(client, pageQuery('demo', query, null, false)).subscribe(() => {});
  void askAhead(client, at('/demo/operations?status=FAIL'));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(left).toEqual([]);
  leave();
});
