import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { describeFaults } from './faults.ts';
import { FLAGS } from './flags.ts';
import type { TokenFile } from './tokens.ts';
import { VARIABLES } from './variables.ts';

const TOKEN = 'SENTINEL-token-123456';
const FILES: Record<string, TokenFile> = {
  '/run/secrets/toloka': { text: `${TOKEN}\n`, mode: 0o100600 },
  '/run/secrets/open': { text: TOKEN, mode: 0o100644 },
  '/run/credentials/group': { text: TOKEN, mode: 0o100440, rootsOwn: true },
  '/run/credentials/all': { text: TOKEN, mode: 0o100444, rootsOwn: true },
  '/run/secrets/key': { text: 'SENTINEL-key-0123456789-abcdef', mode: 0o100400 },
  '/run/secrets/windows': { text: TOKEN, mode: null },
  '/run/secrets/empty': { text: '\n', mode: 0o100600 },
  '/project/src/token': { text: TOKEN, mode: 0o100600 },
};

function read(env: Record<string, string>, argv: string[] = []) {
  return readConfig(env, argv, {
    servedFolders: ['/project/src', '/project/public'],
    stampOf: () => null,
    readFile: (file) => {
      const found = FILES[file];
      if (found) return found;
      throw Object.assign(new Error(`cannot open ${TOKEN}`), { code: 'ENOENT' });
    },
  });
}

/** The configuration, with the tokens in clear. Throws when there is none. */
function configOf(env: Record<string, string>, argv: string[] = []) {
  const result = read(env, argv);
  if (!result.ok) throw new Error(describeFaults(result.faults));
  const { environments, ...rest } = result.config;
  const shown = environments.map((each) =>
    each.kind === 'remote'
      ? [each.name, each.origin, each.scheme, each.token.reveal()]
      : [each.name, each.kind],
  );
  return { ...rest, environments: shown };
}

describe('what is read', () => {
  test('nothing set: the demo on loopback', () => {
    expect(configOf({})).toEqual({
      host: '127.0.0.1',
      port: 4747,
      settings: { host: 'HOST', port: 'PORT' },
      publicOrigins: [],
      access: { kind: 'machine' },
      log: false,
      signInLink: false,
      open: false,
      environments: [['demo', 'emulator']],
    });
  });

  test('both environments, in order', () => {
    const env = {
      TOLOKA_SANDBOX_TOKEN: 'sandbox-token',
      TOLOKA_TOKEN: `  ${TOKEN}\n`,
      TOLOKA_SANDBOX_URL: 'http://localhost:4748/',
      TOLOKA_AUTH_SCHEME: 'ApiKey',
    };
    expect(configOf(env).environments).toEqual([
      ['production', 'https://toloka.dev', 'ApiKey', TOKEN],
      ['sandbox', 'http://localhost:4748', 'ApiKey', 'sandbox-token'],
    ]);
  });

  test('the sandbox alone keeps its own origin', () => {
    expect(configOf({ TOLOKA_SANDBOX_TOKEN: 'x' }).environments).toEqual([
      ['sandbox', 'https://sandbox.toloka.dev', 'OAuth', 'x'],
    ]);
  });

  test('flags win over variables; --demo adds the demo', () => {
    const env = { TOLOKA_TOKEN: TOKEN, PORT: '80', HOST: 'localhost' };
    const config = configOf(env, ['--port=0', '--host', '[::1]', '--demo', '--log']);
    expect(config).toMatchObject({ host: '::1', port: 0, log: true });
    expect(config.environments.map(([name]) => name)).toEqual(['production', 'demo']);
  });

  test('a server for a team', () => {
    const env = { HOST: '0.0.0.0', ACCESS_KEY_FILE: '/run/secrets/key', ALLOWED_HOSTS: 'ops.example' };
    const result = read(env);
    expect(result.ok && result.config).toMatchObject({
      host: '0.0.0.0',
      access: { kind: 'key' },
      publicOrigins: ['https://ops.example'],
    });
    const proxied = read({ HOST: '::', AUTH_PROXY: '10.0.0.7', ALLOWED_HOSTS: 'ops.example' });
    expect(proxied.ok && proxied.config.access).toEqual({ kind: 'proxy', addresses: ['10.0.0.7'] });
  });

  test('root’s file may be read by its group, as systemd and Kubernetes hand secrets out, and by nobody else', () => {
    expect(read({ TOLOKA_TOKEN_FILE: '/run/credentials/group' }).ok).toBe(true);
    expect(read({ TOLOKA_TOKEN_FILE: '/run/credentials/all' }).ok).toBe(false);
  });

  test('empty variables count as not set', () => {
    expect(configOf({ TOLOKA_TOKEN: '', TOLOKA_URL: '', PORT: '', HOST: '' }).environments).toEqual([
      ['demo', 'emulator'],
    ]);
  });

  test.each(['/run/secrets/toloka', '/run/secrets/windows'])('a token file: %s', (file) => {
    expect(configOf({ TOLOKA_TOKEN_FILE: file }).environments[0]?.[3]).toBe(TOKEN);
  });
});

describe('every fault is named, with its mend, and never with the token', () => {
  const token = { TOLOKA_TOKEN: TOKEN };
  test.each<[string, Record<string, string>, string[], string]>([
    ['PORT', { PORT: '65536' }, [], 'is not a port'],
    ['PORT', { PORT: '80x' }, [], 'is not a port'],
    ['--port', {}, ['--port', '-1'], 'is not a port'],
    ['--port', {}, ['--port'], 'needs a value'],
    ['--demo', {}, ['--demo=1'], 'takes no value'],
    ['--tokn', {}, ['--tokn=x'], 'is not a flag'],
    ['serve', {}, ['serve'], 'is not a flag'],
    ['HOST', { HOST: '0.0.0.0' }, [], 'other machines'],
    ['HOST', { HOST: '::' }, [], 'other machines'],
    ['HOST', { HOST: '192.168.0.2' }, [], 'other machines'],
    ['HOST', { HOST: '127.0.0.1.evil.example' }, [], 'other machines'],
    ['HOST', { HOST: '127.0.0.256' }, [], 'no address'],
    ['TOLOKA_URL', { ...token, TOLOKA_URL: 'http://toloka.dev' }, [], 'plain http'],
    ['TOLOKA_URL', { ...token, TOLOKA_URL: 'http://localhost.evil.example' }, [], 'plain http'],
    ['TOLOKA_URL', { ...token, TOLOKA_URL: 'https://u:p@toloka.dev' }, [], 'not a bare'],
    ['TOLOKA_URL', { ...token, TOLOKA_URL: 'https://toloka.dev/api' }, [], 'not a bare'],
    ['TOLOKA_URL', { ...token, TOLOKA_URL: 'https://toloka.dev?' }, [], 'not a bare'],
    ['TOLOKA_URL', { ...token, TOLOKA_URL: 'https://toloka.dev#' }, [], 'not a bare'],
    ['TOLOKA_URL', { ...token, TOLOKA_URL: 'ftp://toloka.dev' }, [], 'not a bare'],
    ['TOLOKA_URL', { ...token, TOLOKA_URL: 'https://toloka .dev' }, [], 'not a bare'],
    ['TOLOKA_URL', { ...token, TOLOKA_URL: 'https:\\\\toloka.dev' }, [], 'not a bare'],
    ['TOLOKA_URL', { ...token, TOLOKA_URL: 'https://[::1' }, [], 'not a bare'],
    ['TOLOKA_TOKEN', { TOLOKA_URL: 'https://toloka.dev' }, [], 'is not set, but TOLOKA_URL is'],
    ['TOLOKA_TOKEN', { TOLOKA_TOKEN: `OAuth ${TOKEN}` }, [], 'not one word'],
    ['TOLOKA_TOKEN', { TOLOKA_TOKEN: `${TOKEN}\r\nX: y` }, [], 'not one word'],
    ['TOLOKA_TOKEN', { TOLOKA_TOKEN: `${TOKEN}é` }, [], 'not one word'],
    ['TOLOKA_TOKEN', { TOLOKA_TOKEN: ' ' }, [], 'holds no token'],
    ['TOLOKA_TOKEN_FILE', { TOLOKA_TOKEN_FILE: '/nowhere' }, [], 'ENOENT'],
    ['TOLOKA_TOKEN_FILE', { TOLOKA_TOKEN_FILE: '/run/secrets/open' }, [], 'mode 644'],
    ['TOLOKA_TOKEN_FILE', { TOLOKA_TOKEN_FILE: '/run/secrets/empty' }, [], 'holds no token'],
    ['TOLOKA_TOKEN_FILE', { TOLOKA_TOKEN_FILE: '/project/src/token' }, [], 'development server serves'],
    ['TOLOKA_TOKEN_FILE', { ...token, TOLOKA_TOKEN_FILE: '/x' }, [], 'and so is TOLOKA_TOKEN'],
    ['TOLOKA_AUTH_SCHEME', { ...token, TOLOKA_AUTH_SCHEME: 'OAuth x' }, [], 'not an authorization scheme'],
    ['NODE_TLS_REJECT_UNAUTHORIZED', { ...token, NODE_TLS_REJECT_UNAUTHORIZED: '0' }, [], 'is 0'],
  ])('%s %j %j', (name, env, argv, reason) => {
    const result = read(env, argv);
    const faults = result.ok ? [] : result.faults;
    expect(faults.map((fault) => fault.name)).toEqual([name]);
    expect(faults[0]?.reason).toContain(reason);
    expect(faults[0]?.mend.length).toBeGreaterThan(10);
    expect(describeFaults(faults)).not.toContain(TOKEN);
  });

  test('all of them at once', () => {
    const result = read({ PORT: 'x', HOST: 'y.example', TOLOKA_URL: 'z' }, ['--nope']);
    const names = result.ok ? [] : result.faults.map(({ name }) => name);
    expect(names).toEqual(['--nope', 'PORT', 'TOLOKA_URL', 'TOLOKA_TOKEN', 'HOST']);
  });
});

test('a configuration can be printed without its tokens', () => {
  const result = read({ TOLOKA_TOKEN: TOKEN });
  const texts = [JSON.stringify(result), inspect(result, { depth: 9 })];
  for (const text of texts) {
    expect(text).not.toContain(TOKEN);
    expect(text).toContain('[redacted]');
  }
});

test('the README’s table has every variable that is read, and no other of the server’s', () => {
  const asked = new Set<string>();
  const watched = new Proxy<Record<string, string>>(
    {},
    {
      get(_, name) {
        asked.add(String(name));
        return undefined;
      },
    },
  );
  readConfig(watched, [], {
    readFile: () => ({ text: '', mode: null }),
    stampOf: () => null,
    servedFolders: [],
  });
  const rows = readFileSync('README.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const told = rows.flatMap((row) => row.split('|')[1]?.match(/[A-Z][A-Z_]+/g) ?? []);
  // Node's own, and what belongs to the emulator and the tests.
  const others = /^(?:NODE_TLS_REJECT_UNAUTHORIZED|EMULATOR_\w+|CHROMIUM_PATH)$/;
  const own = (names: Iterable<string>) => [...names].filter((name) => !others.test(name)).toSorted();
  expect(own(told)).toEqual(own(asked));
  expect(own(VARIABLES.map(({ name }) => name)), 'what --help tells').toEqual(own(asked));
});

test('the README tells every flag', () => {
  const text = readFileSync('README.md', 'utf8');
  expect(Object.keys(FLAGS).filter((name) => !text.includes(`\`--${name}\``))).toEqual([]);
});
