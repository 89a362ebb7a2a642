import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildServer, type BuiltServer } from './testing/builtServer.ts';

/** What one tries first: the flags that only tell something, and the one that opens the page. */

const folder = mkdtempSync(path.join(tmpdir(), 'toloka-first-'));
let server: BuiltServer;

beforeAll(async () => {
  server = await buildServer();
}, 30_000);

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('help and version end with 0, whatever else is wrong', () => {
  test.each([
    ['--help', /^Watch the asynchronous operations .*\n\nUsage: node dist\/server\/server\.js \[flags\]\n/],
    ['-h', /^Watch the asynchronous operations /],
    ['--version', /^toloka-operations \d+\.\d+\.\d+\n$/],
    ['-V', /^toloka-operations \d+\.\d+\.\d+\n$/],
  ])('%s', async (flag, says) => {
    const { ended, output } = server.run({ PORT: 'x', TOLOKA_TOKEN: 'a b' }, [flag, '--nope']);
    expect(await ended).toEqual([0, null]);
    expect(output().out).toMatch(says);
    expect(output().err).toBe('');
  });
});

describe.skipIf(process.platform === 'win32')('--open', () => {
  test('hands the address to the system’s opener, as one word and without a shell', async () => {
    const said = path.join(folder, 'said');
    const program = path.join(folder, process.platform === 'darwin' ? 'open' : 'xdg-open');
    writeFileSync(
      program,
      `#!/bin/sh\necho "$# $1 $TOLOKA_TOKEN" > '${said}.part' && /bin/mv '${said}.part' '${said}'\n`,
    );
    chmodSync(program, 0o755);
    const env = { PATH: folder, PORT: '0', TOLOKA_TOKEN: 'a-token', TOLOKA_URL: 'http://127.0.0.1:1' };
    const { url, child, ended, output } = await server.start(env, ['--open']);
    await expect.poll(() => existsSync(said), { timeout: 5000 }).toBe(true);
    expect(readFileSync(said, 'utf8')).toBe(`1 ${url.origin} \n`);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(output().err).toBe('');
  });

  test('on a machine without one says so, and serves', async () => {
    const { url, child, ended, output } = await server.start({ PATH: '/nowhere', PORT: '0' }, ['--open']);
    await expect
      .poll(() => output().err, { timeout: 5000 })
      .toBe(`--open found no browser to open. Open it yourself: ${url.origin}\n`);
    expect((await fetch(new URL('/healthz', url))).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});

test('a page of the demo alone is told how to start with a token; with a token it is not', async () => {
  const pageOf = async (env: Record<string, string>, flags: readonly string[] = []) => {
    const { url, child, ended } = await server.start(
      { PORT: '0', npm_lifecycle_event: 'npx', ...env },
      flags,
    );
    const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
    child.kill('SIGTERM');
    await ended;
    return /<meta name="toloka-start" content="([^"]*)"/.exec(page)?.[1];
  };
  expect(await pageOf({})).toBe('npx .');
  expect(await pageOf({ TOLOKA_TOKEN: 'a-token' }, ['--demo'])).toBe('');
});
