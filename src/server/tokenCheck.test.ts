import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EnvironmentConfig } from './config.ts';
import { Secret } from './secret.ts';
import { serveScripted, type Scripted } from './testing/scripted.ts';
import { SENTINEL } from './testing/serve.ts';
import { tokenLines } from './tokenCheck.ts';

let scripted: Scripted;

beforeEach(async () => {
  scripted = await serveScripted();
});

afterEach(() => scripted.close());

const PRODUCTION = {
  kind: 'remote',
  name: 'production',
  origin: 'https://toloka.dev',
  scheme: 'OAuth',
  token: new Secret(SENTINEL),
} as const;
const linesFor = (environment: EnvironmentConfig) => tokenLines([environment], scripted.proxy.origin);
const refuse = (status: number, code: string) =>
  scripted.json(status, { request_id: 'r-1', code, message: 'A sentence.' });

test('a token that is accepted is told so, by one question for one operation; the demo has none', async () => {
  const lines = await tokenLines(
    [PRODUCTION, { ...PRODUCTION, name: 'sandbox' }, { kind: 'emulator', name: 'demo' }],
    scripted.proxy.origin,
  );
  expect(lines).toEqual(['Production: Toloka accepts the token.', 'Sandbox: Toloka accepts the token.']);
  expect(scripted.asked).toEqual(['/api/v1/operations?limit=1', '/api/v1/operations?limit=1']);
});

test('a refused token: which variable, where it went, how, and what else it may be', async () => {
  refuse(401, 'AUTHENTICATION_ERROR');
  expect(await linesFor(PRODUCTION)).toEqual([
    'Production: Toloka refuses the token (401 AUTHENTICATION_ERROR).',
    '  TOLOKA_TOKEN was sent to https://toloka.dev as "OAuth".',
    '  A key made under Profile > Integrations needs TOLOKA_AUTH_SCHEME=ApiKey.',
    '  A token of the sandbox account belongs in TOLOKA_SANDBOX_TOKEN.',
  ]);
});

test('a key that lacks the rights, from a file, for the sandbox', async () => {
  refuse(403, 'ACCESS_DENIED');
  const tokenFile = {
    variable: 'TOLOKA_SANDBOX_TOKEN_FILE',
    stamp: () => null,
    read: () => ({ ok: true as const, value: new Secret('x') }),
  };
  const origin = 'https://sandbox.toloka.dev';
  expect(await linesFor({ ...PRODUCTION, name: 'sandbox', scheme: 'ApiKey', origin, tokenFile })).toEqual([
    'Sandbox: the token may not read operations (403 ACCESS_DENIED).',
    '  TOLOKA_SANDBOX_TOKEN_FILE was sent to https://sandbox.toloka.dev as "ApiKey".',
    '  An older OAuth token needs TOLOKA_AUTH_SCHEME=OAuth.',
    '  A token of the production account belongs in TOLOKA_TOKEN.',
  ]);
});

test('what is no news about the token is told as that', async () => {
  refuse(503, 'SERVICE_UNAVAILABLE');
  expect(await linesFor(PRODUCTION)).toEqual([
    'Production: the token could not be tried (503 SERVICE_UNAVAILABLE).',
  ]);
});

test('nothing that an upstream says reaches the terminal but a plain code', async () => {
  refuse(401, '\u001b[2JGotcha');
  expect((await linesFor(PRODUCTION))[0]).toBe('Production: Toloka refuses the token (401).');
});

test('a page from somebody in between, such as a sign-in to a network, is not taken for Toloka', async () => {
  scripted.answerWith((res) => res.writeHead(200, { 'content-type': 'text/html' }).end('<p>Welcome'));
  expect(await linesFor(PRODUCTION)).toEqual([
    'Production: the token could not be tried (502 UPSTREAM_NOT_JSON).',
  ]);
});

test('a server that is gone by then is not spoken of', async () => {
  expect(await tokenLines([PRODUCTION], 'http://127.0.0.1:1')).toEqual([]);
});
