import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../secret.ts';
import { openTeamServer, TEAM_KEY, type TeamServer } from '../testing/teamServer.ts';
import { createKeyring } from './keyring.ts';

/** Who gets in without signing in, over real sockets. Signing in itself: signIn.test.ts. */

const KEYED = { kind: 'key', key: new Secret(TEAM_KEY) } as const;
const LIST = '/demo/api/v1/operations?limit=1';
const HOST = 'Host: ops.example';
const NAVIGATION = [HOST, 'Accept: text/html,*/*', 'Sec-Fetch-Site: none'];
const REFUSED = [401, 'ACCESS_KEY_REQUIRED'];
let team: TeamServer;

describe('without a session', () => {
  beforeAll(async () => {
    team = await openTeamServer(KEYED);
  });
  afterAll(() => team.close());

  test('a program gets a problem, a person a page with a form, and neither gets the site', async () => {
    const api = await team.ask(LIST, [HOST]);
    expect(api.result).toEqual(REFUSED);
    expect(api.headers['www-authenticate']).toBe('Bearer');
    const page = await team.ask('/demo/operations?status=FAIL', NAVIGATION);
    expect([page.status, page.headers['cache-control']]).toEqual([401, 'no-store']);
    expect(page.body).toContain('<h1>Access key needed</h1>');
    expect(page.body).toContain('<input type="hidden" name="to" value="/demo/operations?status=FAIL">');
    expect(page.body).not.toMatch(/<script|<style|style=|\son\w+=/);
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect((await team.ask('/assets/app.js', [HOST])).result).toEqual(REFUSED);
    expect((await team.ask(LIST, NAVIGATION)).result).toEqual(REFUSED);
  });

  test('health, the look of the form and the icon are for everybody; other names are for nobody', async () => {
    expect((await team.ask('/healthz', ['Host: 10.1.2.3:4747'])).body).toBe('{"status":"ok"}');
    expect((await team.ask('/sign-in.css', [HOST])).body).toBe('the site');
    expect((await team.ask('/favicon.svg', [HOST])).body).toBe('the site');
    for (const host of ['evil.example', 'ops.example.evil.example', 'ops.example:8443', 'sub.ops.example']) {
      expect((await team.ask('/sign-in', [`Host: ${host}`])).result).toEqual([403, 'HOST_NOT_ALLOWED']);
    }
    expect((await team.ask(LIST, ['Host: OPS.example:443'])).result).toEqual(REFUSED);
  });

  test('one who follows a link from another site is led on by a step that brings the session', async () => {
    const path = '/demo/operations?status=FAIL&type=POOL.OPEN';
    for (const site of ['cross-site', 'same-site']) {
      const { body } = await team.ask(path, [HOST, 'Accept: text/html', `Sec-Fetch-Site: ${site}`]);
      expect(body).toContain(
        '<meta http-equiv="refresh" content="0; url=/sign-in?to=%2Fdemo%2Foperations%3Fstatus%3DFAIL%26type%3DPOOL.OPEN">',
      );
    }
    const onwards = await team.ask(path, NAVIGATION);
    expect(onwards.body).not.toContain('http-equiv');
  });

  test('a forged, foreign or outdated session is none', async () => {
    const name = `__Host-toloka-operations-${createKeyring(new Secret(TEAM_KEY)).fingerprint}`;
    const now = Date.now() / 1000;
    const other = createKeyring(new Secret(`${TEAM_KEY}x`)).sessions.issue(now);
    const mine = createKeyring(new Secret(TEAM_KEY));
    const forgeries = [
      'x',
      '',
      other,
      mine.tickets.issue(now),
      mine.sessions.issue(now - 15 * 24 * 3600),
      mine.sessions.issue(now).replace(/^\d/, '9'),
      `${mine.sessions.issue(now)}A`,
    ];
    for (const value of forgeries) {
      expect((await team.ask(LIST, [HOST, `Cookie: ${name}=${value}`])).result).toEqual(REFUSED);
    }
    const right = mine.sessions.issue(now);
    expect((await team.ask(LIST, [HOST, `Cookie: ${name}=${right}`])).result).toEqual([200, null]);
    // The name without `__Host-` is for plain http: over https a neighbour could have set it.
    const plain = name.replace('__Host-', '');
    expect((await team.ask(LIST, [HOST, `Cookie: ${plain}=${right}`])).result).toEqual(REFUSED);
  });
});

describe('programs', () => {
  beforeAll(async () => {
    team = await openTeamServer(KEYED);
  });
  afterAll(() => team.close());

  test.each(['Bearer', 'OAuth', 'ApiKey', 'bearer'])('may send the key as %s', async (scheme) => {
    expect((await team.ask(LIST, [HOST, `Authorization: ${scheme} ${TEAM_KEY}`])).result).toEqual([
      200,
      null,
    ]);
  });

  test.each(['Bearer x', `Basic ${TEAM_KEY}`, TEAM_KEY, 'Bearer', `Bearer ${TEAM_KEY} ${TEAM_KEY}`])(
    '%s is no key',
    async (sent) => {
      expect((await team.ask(LIST, [HOST, `Authorization: ${sent}`])).result).toEqual(REFUSED);
    },
  );
});

test('behind a proxy that signs people in, only the proxy is answered', async () => {
  team = await openTeamServer({ kind: 'proxy', addresses: ['127.0.0.0/8'] });
  expect((await team.ask(LIST, [HOST])).result).toEqual([200, null]);
  expect((await team.ask('/', NAVIGATION)).body).toBe('the site');
  await team.close();
  team = await openTeamServer({ kind: 'proxy', addresses: ['10.0.0.7', 'fd00::/8'] });
  const refused = [403, 'PEER_NOT_ALLOWED'];
  expect((await team.ask(LIST, [HOST])).result).toEqual(refused);
  expect((await team.ask('/', [...NAVIGATION, 'X-Forwarded-For: 10.0.0.7'])).result).toEqual(refused);
  expect((await team.ask('/healthz', [HOST])).status).toBe(200);
  await team.close();
});
