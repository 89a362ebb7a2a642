import { expect } from 'vitest';
import { UPSTREAM_MODES, type UpstreamMode } from '../../../src/server/testing/faultUpstream.ts';
import { attempt, expectErrorShape, LIST, type Threat } from './threat.ts';

/** What the upstream sends, and what becomes of it: rows 7, 8, 11, 14, 15, 17 and 18. */

type Outcome = readonly [status: number, code: string | null];

/** What becomes of each way in which the upstream answers; the code is null when the answer is the upstream's own. */
const OUTCOMES: Readonly<Record<Exclude<UpstreamMode, `log-${string}` | 'error-429'>, Outcome>> = {
  ok: [200, null],
  created: [201, null],
  gzip: [200, null],
  'problem-json': [200, null],
  'error-404': [404, 'DOES_NOT_EXIST'],
  'error-503': [503, 'UNAVAILABLE'],
  'error-401': [401, 'AUTHENTICATION_ERROR'],
  hostile: [200, null],
  'html-200': [502, 'UPSTREAM_NOT_JSON'],
  'html-503': [502, 'UPSTREAM_NOT_JSON'],
  'html-as-json': [502, 'UPSTREAM_NOT_JSON'],
  'no-type': [502, 'UPSTREAM_NOT_JSON'],
  empty: [502, 'UPSTREAM_NOT_JSON'],
  'no-content': [502, 'UPSTREAM_NOT_JSON'],
  truncated: [502, 'UPSTREAM_NOT_JSON'],
  'bad-utf8': [502, 'UPSTREAM_NOT_JSON'],
  brotli: [502, 'UPSTREAM_NOT_JSON'],
  'false-gzip': [502, 'UPSTREAM_CUT'],
  'cut-gzip': [502, 'UPSTREAM_CUT'],
  bomb: [502, 'UPSTREAM_TOO_LARGE'],
  huge: [502, 'UPSTREAM_TOO_LARGE'],
  'cut-length': [502, 'UPSTREAM_CUT'],
  'cut-chunked': [502, 'UPSTREAM_CUT'],
  reset: [502, 'UPSTREAM_UNREACHABLE'],
  hang: [504, 'UPSTREAM_TIMEOUT'],
  'hang-body': [504, 'UPSTREAM_TIMEOUT'],
  drip: [504, 'UPSTREAM_TIMEOUT'],
  'redirect-301': [502, 'UPSTREAM_REDIRECT'],
  'redirect-302': [502, 'UPSTREAM_REDIRECT'],
  'redirect-307': [502, 'UPSTREAM_REDIRECT'],
  'redirect-308': [502, 'UPSTREAM_REDIRECT'],
  'not-modified': [502, 'UPSTREAM_REDIRECT'],
  'bad-http': [502, 'UPSTREAM_UNREACHABLE'],
  'status-101': [502, 'UPSTREAM_UNREACHABLE'],
  'status-999': [502, 'UPSTREAM_NOT_JSON'],
  'big-header': [502, 'UPSTREAM_UNREACHABLE'],
  'echo-raw': [502, 'UPSTREAM_ECHOED_TOKEN'],
  'echo-base64': [502, 'UPSTREAM_ECHOED_TOKEN'],
  'echo-base64url': [502, 'UPSTREAM_ECHOED_TOKEN'],
  'echo-url': [502, 'UPSTREAM_ECHOED_TOKEN'],
  'echo-error': [502, 'UPSTREAM_ECHOED_TOKEN'],
};

const ROWS: readonly (readonly [RegExp, number, string])[] = [
  [/^redirect|^not-modified/, 8, 'T-REDIR'],
  [/^status-101/, 11, 'T-UPG'],
  [/^hang/, 14, 'T-HANG'],
  [/^drip/, 14, 'T-DRIP'],
  [/^huge/, 14, 'T-HUGE'],
  [/^bomb/, 15, 'T-BOMB'],
  [/^echo/, 17, 'T-LEAK'],
  [/^/, 18, 'T-ERRSHAPE'],
];

function rowOf(mode: string): { row: number; id: string } {
  const [, row, id] = ROWS.find(([pattern]) => pattern.test(mode)) ?? [/^/, 18, 'T-ERRSHAPE'];
  return { row, id };
}

const faults: Threat[] = Object.entries(OUTCOMES).map(([mode, outcome]) => ({
  ...rowOf(mode),
  title: `${mode} → ${outcome.join(' ')}`,
  async run(home) {
    const { result, body, headers, reached } = await attempt(home, `${LIST}/${mode}`);
    expect([...result, reached]).toEqual([...outcome, 1]);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    if (Number(result[0]) >= 400) expectErrorShape(body);
    expect(home.upstream.requests.map(({ url }) => url)).not.toContain('/trap');
  },
}));

const ownProblems: Threat = {
  row: 18,
  id: 'T-ERRSHAPE',
  title: 'every refusal of our own has the same shape',
  async run(home) {
    const own = `Host: 127.0.0.1:${home.port}`;
    for (const answer of [
      await attempt(home, '/production/api/x'),
      await attempt(home, '/x/api/v1/operations'),
      await attempt(home, `${LIST}?x=1`),
      await attempt(home, LIST, [own], { method: 'POST' }),
      await attempt(home, LIST, [own, 'Content-Length: 1', '', 'x']),
      await attempt(home, LIST, [own, 'Origin: null']),
      await attempt(home, LIST, ['Host: localhost:1']),
    ]) {
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expectErrorShape(answer.body);
    }
  },
};

const logLines: Threat = {
  row: 18,
  id: 'T-ERRSHAPE',
  title: 'the request log holds fixed fields, and nothing that was asked for',
  differs: { dev: 'No request log: --log is npm start’s.', preview: 'No request log.' },
  async run(home) {
    await attempt(home, `${LIST}/a-very-private-id`);
    const lines = home
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    if (home.name !== 'built') return expect(lines).toEqual([]);
    for (const line of lines) {
      const keys = Object.keys(JSON.parse(line) as object);
      expect(keys).toEqual(['time', 'method', 'route', 'status', 'ms', 'code']);
    }
    expect(lines.length).toBeGreaterThan(10);
    return expect(home.output()).not.toContain('a-very-private-id');
  },
};

const responseHeaders: Threat = {
  row: 7,
  id: 'T-RESH',
  title: 'only named headers go out, whatever the upstream sends',
  async run(home) {
    const { headers } = await attempt(home, `${LIST}/hostile`);
    expect(Object.keys(headers).sort()).toEqual([
      'cache-control',
      'connection',
      'content-length',
      'content-security-policy',
      'content-type',
      'cross-origin-resource-policy',
      'date',
      'referrer-policy',
      'vary',
      'x-age-ms',
      'x-content-type-options',
      'x-fetched-at',
    ]);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'content-type': 'application/json; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      connection: 'close',
    });
    expect((await attempt(home, `${LIST}/error-401`)).headers).not.toHaveProperty('www-authenticate');
    expect((await attempt(home, `${LIST}/html-503`)).headers['retry-after']).toBe('9');
    const log = await attempt(home, `${LIST}/hostile/log`);
    expect(log.headers).not.toHaveProperty('set-cookie');
    expect(log.headers['content-security-policy']).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
  },
};

/** Modes that the table of outcomes leaves to others: to those of the log, and to the gate's. */
export const MODES_ELSEWHERE = Object.keys(UPSTREAM_MODES).filter((mode) => !(mode in OUTCOMES));

export const ANSWER_THREATS: readonly Threat[] = [...faults, ownProblems, logLines, responseHeaders];
