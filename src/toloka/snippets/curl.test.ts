import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validSearch } from '../../../tests/fixtures/arbitraries.ts';
import { loadPage } from '../paging/loadPage.ts';
import { createServerTraits } from '../paging/serverTraits.ts';
import { parseListSearch } from '../parseSearch.ts';
import { curlOf, shellWord } from './curl.ts';
import { apiAddress } from './streams.ts';

const NOW = Date.UTC(2026, 10, 21, 14, 2, 15, 250);
const PRODUCTION = apiAddress('production', 'http://127.0.0.1:4747');
const curl = (text: string) => curlOf(parseListSearch(text).query, PRODUCTION, NOW);

/** Runs a script in the system's POSIX shell with `curl` being a function that prints its arguments. */
function argumentsReadByShell(script: string): string[][] {
  const printed = execFileSync('sh', ['-s'], {
    input: `TOLOKA_TOKEN=t0ken\ncurl() { printf '%s\\0' "$@" END; }\n${script}`,
    encoding: 'utf8',
  });
  return printed
    .split('END\0')
    .slice(0, -1)
    .map((call) => call.split('\0').slice(0, -1));
}

test('one stream is one command, with the total order and the size that the app asks for', () => {
  expect(curl('status=FAIL')).toBe(
    `curl -sS --globoff -H "Authorization: OAuth $TOLOKA_TOKEN" 'https://toloka.dev/api/v1/operations?status=FAIL&sort=-submitted,-id&limit=50'\n`,
  );
});

test('two statuses are two commands, in the order of an operation’s life, and it is said how they belong together', () => {
  expect(curl('status=RUNNING&status=PENDING&submitted_gte=now-24h&limit=20')).toBe(
    `# The API takes one type and one status a request: these are 2 lists of at most 20.
# The app merges them by -submitted,-id and shows the first 20.
# Dates are UTC; submitted_gte=now-24h as it was at 2026-11-21T14:02:15.250.
curl -sS --globoff -H "Authorization: OAuth $TOLOKA_TOKEN" 'https://toloka.dev/api/v1/operations?status=PENDING&submitted_gte=2026-11-20T14:02:15.250&sort=-submitted,-id&limit=20'
curl -sS --globoff -H "Authorization: OAuth $TOLOKA_TOKEN" 'https://toloka.dev/api/v1/operations?status=RUNNING&submitted_gte=2026-11-20T14:02:15.250&sort=-submitted,-id&limit=20'
`,
  );
});

test('the demo is asked of this app’s own server, without a token', () => {
  const { query } = parseListSearch('');
  expect(curlOf(query, apiAddress('demo', 'http://127.0.0.1:4747'), NOW)).toBe(
    `curl -sS --globoff 'http://127.0.0.1:4747/demo/api/v1/operations?sort=-submitted,-id&limit=50'\n`,
  );
});

test('what the API cannot filter by is said, and cannot break out of its comment', () => {
  expect(curl('find=pool%0Acurl+evil')).toBe(
    `# The app looks through the answers for "pool\\ncurl evil"; the API cannot filter by it.
curl -sS --globoff -H "Authorization: OAuth $TOLOKA_TOKEN" 'https://toloka.dev/api/v1/operations?sort=-submitted,-id&limit=50'
`,
  );
});

describe('a POSIX shell reads back verbatim', () => {
  test('a word of any text', () => {
    const texts = fc.sample(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom("'", '"', '\\', '$', '`', '!', '\n', ' ', '*', '~', 'a') }),
      ),
      400,
    );
    const words = texts.map((text) => Buffer.from(text).toString().replaceAll('\0', ''));
    expect(argumentsReadByShell(`curl ${words.map(shellWord).join(' ')}`)).toEqual([words]);
  });

  test('the commands of any view, comments left out and the token filled in', () => {
    const searches = fc.sample(validSearch, 40);
    const scripts = searches.map(({ query }) => curlOf(query, PRODUCTION, NOW));
    const calls = argumentsReadByShell(scripts.join('\n'));
    expect(calls).toHaveLength(
      searches
        .map(({ query }) => Math.max(1, query.types.length) * Math.max(1, query.statuses.length))
        .reduce((sum, count) => sum + count, 0),
    );
    for (const call of calls) {
      expect(call.slice(0, -1)).toEqual(['-sS', '--globoff', '-H', 'Authorization: OAuth t0ken']);
      expect(call.at(-1)).toMatch(/^https:\/\/toloka\.dev\/api\/v1\/operations\?[\w.,:&=~%*+-]+$/);
    }
  });
});

test('the commands are what the pager itself asks first', async () => {
  await fc.assert(
    fc.asyncProperty(validSearch, async ({ query }) => {
      // Sorted by ID alone, several streams are asked for in one wider request, and rows picked out of it.
      const streams = Math.max(1, query.types.length) * Math.max(1, query.statuses.length);
      fc.pre(streams === 1 || query.sort[0]?.field !== 'id');
      const asked: string[] = [];
      const ask = async (search: string) => {
        asked.push(search);
        return { items: [], hasMore: false };
      };
      await loadPage({ query, place: null, now: NOW, traits: createServerTraits(), ask });
      const copied = [...curlOf(query, PRODUCTION, NOW).matchAll(/operations\?([^']*)'/g)].map(([, q]) => q);
      expect(copied).toHaveLength(streams);
      expect(asked).toEqual(expect.arrayContaining(copied));
    }),
  );
});
