import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Secret } from '../secret.ts';
import { openTeamServer, sessionOf, TEAM_KEY, TEAM_ORIGIN, type TeamServer } from '../testing/teamServer.ts';
import { signInLink } from './accessControl.ts';
import { createKeyring } from './keyring.ts';

/** Signing in and out, over real sockets. */

const KEYED = { kind: 'key', key: new Secret(TEAM_KEY) } as const;
const LIST = '/demo/api/v1/operations?limit=1';
const HOST = 'Host: ops.example';
const NAVIGATION = [HOST, 'Accept: text/html,*/*', 'Sec-Fetch-Site: none'];
const REFUSED = [401, 'ACCESS_KEY_REQUIRED'];
let team: TeamServer;

/** What came byte by byte, as a browser reads it. */
const utf8 = (body: string) => Buffer.from(body, 'latin1').toString();

describe('the form', () => {
  beforeAll(async () => {
    team = await openTeamServer(KEYED);
  });
  afterAll(() => team.close());

  test('the right key gives a session that holds, and leads to where one wanted to go', async () => {
    const answer = await team.post('/sign-in', { key: ` ${TEAM_KEY} `, to: '/demo/operations?status=FAIL' });
    expect([answer.status, answer.headers['location']]).toEqual([
      303,
      'https://ops.example/demo/operations?status=FAIL',
    ]);
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-toloka-operations-[0-9a-f]{8}=\d{10}\.[\w-]{16}\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=1209600; Secure$/,
    );
    expect(answer.text).not.toContain(TEAM_KEY);
    const session = sessionOf(answer);
    expect((await team.ask(LIST, [HOST, session])).result).toEqual([200, null]);
    expect((await team.ask('/demo/operations', [...NAVIGATION, session])).body).toBe('the site');
    expect((await team.ask('/sign-in?to=/x', [...NAVIGATION, session])).headers['location']).toBe(
      'https://ops.example/x',
    );
  });

  test('over plain http on this machine the cookie is not Secure, which a browser would drop', async () => {
    const own = [`Host: localhost:${team.port}`];
    const { headers } = await team.post('/sign-in', { key: TEAM_KEY }, own);
    expect(headers['location']).toBe(`http://localhost:${team.port}/`);
    expect(headers['set-cookie']).toMatch(/^toloka-operations-.*SameSite=Strict; Max-Age=1209600$/);
  });

  test.each([
    ['//evil.example/x', 'https://ops.example/'],
    ['/\\evil.example', 'https://ops.example/'],
    ['https://evil.example', 'https://ops.example/'],
    ['/.//evil.example', 'https://ops.example//evil.example'],
    ['/sign-out', 'https://ops.example/'],
    ['/x\r\nSet-Cookie: a=b', 'https://ops.example/xSet-Cookie:%20a=b'],
    ['"><script>', 'https://ops.example/'],
  ])('it leads to %j never further than this server: %s', async (to, location) => {
    expect((await team.post('/sign-in', { key: TEAM_KEY, to })).headers['location']).toBe(location);
  });

  test('a wrong key says so, quotes nothing, and sets nothing', async () => {
    const answer = await team.post('/sign-in', { key: 'SENTINEL-wrong', to: '"><b>' });
    expect(answer.status).toBe(401);
    expect(answer.body).toContain('<p role="alert" class="notice">That is not the access key.</p>');
    expect(answer.text).not.toMatch(/SENTINEL|set-cookie|<b>/i);
  });

  test('another site’s form is refused, and so is what is no form', async () => {
    const evil = await team.post('/sign-in', { key: TEAM_KEY }, ['Origin: https://evil.example']);
    expect([evil.status, evil.body.includes('CROSS_SITE_REQUEST')]).toEqual([403, true]);
    const nulled = await team.post('/sign-out', {}, ['Origin: null']);
    expect([nulled.status, nulled.headers['set-cookie']]).toEqual([403, undefined]);
    expect((await team.ask('/sign-in', [HOST, 'Content-Length: 0'], { method: 'POST' })).result).toEqual([
      400,
      'MALFORMED_REQUEST',
    ]);
    expect((await team.post('/sign-in', { key: 'x'.repeat(70_000) })).status).toBe(400);
  });

  test('people are spoken to in their browser’s language', async () => {
    const russian = 'Accept-Language: ru-RU,ru;q=0.9,en;q=0.8';
    const asked = await team.ask('/demo/operations', [...NAVIGATION, russian]);
    expect(asked.headers['vary']).toBe('accept-language');
    expect(utf8(asked.body)).toContain('<html lang="ru">');
    expect(utf8(asked.body)).toContain('<h1>Нужен ключ доступа</h1>');
    const wrong = await team.post('/sign-in', { key: 'SENTINEL-wrong' }, [`Origin: ${TEAM_ORIGIN}`, russian]);
    expect(utf8(wrong.body)).toContain('<p role="alert" class="notice">Это не ключ доступа.</p>');
    for (const page of ['/sign-in?ticket=x', '/sign-out']) {
      const body = utf8((await team.ask(page, [...NAVIGATION, russian])).body);
      const words = body.slice(body.indexOf('<h1>')).replaceAll(/<[^>]*>/g, ' ');
      expect(words).toMatch(/[а-яё]/);
      expect(words).not.toMatch(/[a-z]/i);
    }
    const english = await team.ask('/sign-in', [...NAVIGATION, 'Accept-Language: de']);
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain('<h1>Access key needed</h1>');
  });

  test('signing out ends the session in this browser', async () => {
    const page = await team.ask('/sign-out', NAVIGATION);
    expect(page.body).toContain('<form method="post" action="/sign-out">');
    const answer = await team.post('/sign-out', {});
    expect([answer.status, answer.headers['location']]).toEqual([303, 'https://ops.example/sign-in']);
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-toloka-operations-[0-9a-f]{8}=; .*Max-Age=0; Secure$/,
    );
  });
});

describe('guessing', () => {
  beforeEach(async () => {
    team = await openTeamServer(KEYED);
  });
  afterEach(() => team.close());
  afterEach(() => vi.useRealTimers());

  test('after ten different wrong keys the address has to wait; sessions go on', async () => {
    const session = sessionOf(await team.post('/sign-in', { key: TEAM_KEY }));
    for (let guess = 0; guess < 5; guess += 1) await team.post('/sign-in', { key: `guess-${guess}` });
    for (let guess = 5; guess < 10; guess += 1)
      await team.ask(LIST, [HOST, `Authorization: Bearer guess-${guess}`]);
    const answer = await team.post('/sign-in', { key: TEAM_KEY });
    expect([answer.status, answer.headers['set-cookie']]).toEqual([429, undefined]);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(50);
    expect(answer.body).toContain('There were too many wrong keys. Try again in ');
    const program = await team.ask(LIST, [HOST, `Authorization: Bearer ${TEAM_KEY}`]);
    expect(program.result).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect((await team.ask(LIST, [HOST, session])).result).toEqual([200, null]);

    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    expect((await team.post('/sign-in', { key: TEAM_KEY })).status).toBe(303);
  });

  test('a script with an old key locks nobody out', async () => {
    for (let poll = 0; poll < 30; poll += 1) {
      expect((await team.ask(LIST, [HOST, 'Authorization: Bearer an-old-key'])).result).toEqual(REFUSED);
    }
    expect((await team.post('/sign-in', { key: TEAM_KEY })).status).toBe(303);
  });
});

describe('a sign-in link', () => {
  beforeAll(async () => {
    team = await openTeamServer(KEYED);
  });
  afterAll(() => team.close());
  const link = (now = Date.now() / 1000) =>
    new URL(signInLink(createKeyring(new Secret(TEAM_KEY)), TEAM_ORIGIN, now));

  test('opens a page whose button signs in, once', async () => {
    const { pathname, search, searchParams } = link();
    const page = await team.ask(pathname + search, NAVIGATION);
    expect([page.status, page.headers['set-cookie']]).toEqual([200, undefined]);
    expect(page.body).toContain('<button autofocus>Continue</button>');
    const ticket = searchParams.get('ticket') ?? '';
    const answer = await team.post('/sign-in', { ticket, to: '/' });
    expect(answer.status).toBe(303);
    expect((await team.ask(LIST, [HOST, sessionOf(answer)])).result).toEqual([200, null]);
    const again = await team.post('/sign-in', { ticket, to: '/' });
    expect([again.status, again.headers['set-cookie']]).toEqual([401, undefined]);
    expect(again.body).toContain('This link has expired or was already used.');
  });

  test('is over after ten minutes, and no session can be used as one', async () => {
    const now = Date.now() / 1000;
    const old = link(now - 601).searchParams.get('ticket') ?? '';
    const session = createKeyring(new Secret(TEAM_KEY)).sessions.issue(now);
    for (const ticket of [old, session, ''])
      expect((await team.post('/sign-in', { ticket })).status).toBe(401);
  });
});
