import * as fc from 'fast-check';
import { expect } from 'vitest';
import { attempt, expectRefused, hostHeader, LIST, type Threat } from './threat.ts';

/** What may be asked for: row 4. */

const NOT_FOUND = { status: 404, code: 'NOT_FOUND' } as const;
const UNKNOWN = { status: 404, code: 'ENVIRONMENT_UNKNOWN' } as const;
const MALFORMED = { status: 400, code: 'MALFORMED_REQUEST', viteToo: true } as const;

const paths: Threat[] = (
  [
    [`${LIST}/../pools`, NOT_FOUND],
    [`${LIST}/%2e%2e/pools`, NOT_FOUND],
    [`${LIST}/%2E%2E/pools`, NOT_FOUND],
    [`${LIST}/..`, NOT_FOUND],
    [`${LIST}/.`, NOT_FOUND],
    [`${LIST}/;/../pools`, NOT_FOUND],
    [`${LIST}/a%2flog`, NOT_FOUND],
    [`${LIST}/a/log/`, NOT_FOUND],
    [`${LIST}/`, NOT_FOUND],
    [`${LIST}//log`, NOT_FOUND],
    [`${LIST}/a/log/b`, NOT_FOUND],
    [`${LIST}\\..\\pools`, NOT_FOUND],
    [`${LIST}/a%00`, NOT_FOUND],
    [`${LIST}/${'a'.repeat(129)}`, NOT_FOUND],
    ['/production/api/v1/users', NOT_FOUND],
    ['/production/api/v1/pools/1/open', NOT_FOUND],
    ['/production/api/v2/operations', NOT_FOUND],
    ['/production/api', NOT_FOUND],
    ['/staging/api/v1/operations', UNKNOWN],
    ['/api/v1/operations', UNKNOWN],
    ['//api/v1/operations', UNKNOWN],
    ['/__proto__/api/v1/operations', UNKNOWN],
    ['http://evil.example/production/api/v1/operations', MALFORMED],
    [`${LIST}#x`, MALFORMED],
    [`${LIST}?limit=5#@evil.example`, MALFORMED],
  ] as const
).map(([target, want]) => ({
  row: 4,
  id: 'T-PATH',
  title: `${target.slice(0, 60)} → ${want.code}`,
  ...(want === MALFORMED && {
    differs: {
      dev: 'Vite answers a fragment itself, with 400 and no words.',
      preview: 'Vite answers a fragment itself, with 400 and no words.',
    },
  }),
  run: (home) => expectRefused(home, want, target),
}));

/** What a confused or hostile path and query is made of. */
const PIECES =
  '/ operations .. . %2e %2F ; log pools \\ ? & = %00 @ type limit id_gt POOL.OPEN a %C3%A9 % + : // api/v1 http: é'.split(
    ' ',
  );
/** The only paths and queries that may ever reach the API. */
const LANGUAGE =
  /^\/api\/v1\/operations(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._~-]{1,128}(?:\/log)?|(?:\?(?:(?:type|status|sort|limit|(?:id|submitted|finished)_(?:gt|gte|lt|lte))=[A-Za-z0-9%._~!'()*-]*&?)+)?)$/;

const language: Threat = {
  row: 4,
  id: 'T-PATH',
  title: 'whatever comes in, the upstream sees one of three paths and known keys',
  async run(home) {
    const target = fc
      .array(fc.constantFrom(...PIECES), { maxLength: 8 })
      .map((pieces) => `${LIST}${pieces.join('')}`);
    const refresh = [hostHeader(home), 'Cache-Control: no-cache'];
    await fc.assert(
      fc.asyncProperty(target, async (text) => {
        const before = home.upstream.requests.length;
        const { status } = await home.ask(text, refresh);
        const seen = home.upstream.requests.slice(before).map(({ url }) => url);
        expect(seen.filter((url) => !LANGUAGE.test(url))).toEqual([]);
        expect(seen.length).toBe(status === 200 ? 1 : 0);
      }),
      { numRuns: 150 },
    );
  },
};

const queries: Threat[] = [
  {
    row: 4,
    id: 'T-PATH',
    title: 'the query is written anew, in one order',
    async run(home) {
      const query = 'limit=5&type=POOL.OPEN&submitted_gte=2026-01-02T03%3A04&sort=-submitted,id&';
      await attempt(home, `${LIST}?${query}`, [hostHeader(home), 'Cache-Control: no-cache']);
      expect(home.upstream.requests.at(-1)?.url).toBe(
        '/api/v1/operations?type=POOL.OPEN&submitted_gte=2026-01-02T03%3A04&sort=-submitted%2Cid&limit=5',
      );
    },
  },
  ...(
    [
      ['limt=5', 'UNKNOWN_PARAMETER', 'limt'],
      ['limit=5&after=x', 'UNKNOWN_PARAMETER', 'after'],
      ['Limit=5', 'UNKNOWN_PARAMETER', 'Limit'],
      ['__proto__=5', 'UNKNOWN_PARAMETER', '__proto__'],
      ['limit=5&limit=6', 'REPEATED_PARAMETER', 'limit'],
      ['limit=5&%6Cimit=6', 'REPEATED_PARAMETER', 'limit'],
      ['limit=%', 'MALFORMED_REQUEST', 'URL-encoded'],
      ['limit=%ff', 'MALFORMED_REQUEST', 'URL-encoded'],
    ] as const
  ).map(([query, code, named]): Threat => ({
    row: 4,
    id: 'T-PATH',
    title: `?${query} is refused as ${code}`,
    async run(home) {
      const answer = await attempt(home, `${LIST}?${query}`);
      expect([...answer.result, answer.reached]).toEqual([400, code, 0]);
      expect(answer.body).toContain(named);
    },
  })),
  {
    row: 4,
    id: 'T-PATH',
    title: 'only the list takes a query',
    async run(home) {
      expect((await attempt(home, `${LIST}/a?limit=1`)).result).toEqual([400, 'UNKNOWN_PARAMETER']);
      expect((await attempt(home, `${LIST}/a/log?limit=1`)).result).toEqual([400, 'UNKNOWN_PARAMETER']);
    },
  },
];

export const PATH_THREATS: readonly Threat[] = [...paths, language, ...queries];
