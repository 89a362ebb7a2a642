import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildServer, runVite, type BuiltServer, type Run } from './testing/builtServer.ts';
import { REFUSED_SECRET, refusals, refusedFiles } from './testing/refusals.ts';

/** What cannot start ends with 2 and says what is wrong, why, and what to do: as processes, as people run them. */

const files = refusedFiles();
const taken = createServer();
let server: BuiltServer;
let port = 0;

beforeAll(async () => {
  server = await buildServer();
  await new Promise<void>((resolve) => {
    taken.listen(0, '127.0.0.1', resolve);
  });
  ({ port } = taken.address() as AddressInfo);
}, 30_000);

afterAll(() => {
  server.close();
  taken.close();
  rmSync(files.folder, { recursive: true });
});

const REFUSED = 'Toloka Operations cannot start:';

/** Waits for the end and holds it against everything that a refusal must be. Gives its lines. */
async function refusal({ ended, output }: Run): Promise<string[]> {
  const [code] = await ended;
  const { out, err } = output();
  expect([code, out]).toEqual([2, '']);
  // The mend may name the path of a file, and nothing of what is in it.
  expect(err).not.toContain(REFUSED_SECRET.slice(0, 14));
  expect(err).not.toMatch(/\n\s+at |Error:/);
  const said = err.trimEnd().split('\n');
  // On a busy machine the build tool first remarks, in several lines, how long it took to read its configuration.
  const [remark = ''] = said;
  const begins = remark.includes('PLUGIN_TIMINGS') ? said.indexOf(REFUSED) : 0;
  const [first, ...lines] = said.slice(begins);
  expect(first).toBe(REFUSED);
  return lines.map((line) => line.trim());
}

/** Takes `NAME=value` and flags apart. */
function settingsOf(settings: readonly string[]) {
  const pairs = settings.flatMap((text) => {
    const [, name, value] = /^([A-Z_]+)=([^]*)$/.exec(text) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return { env: Object.fromEntries(pairs), flags: settings.filter((text) => !/^[A-Z_]+=/.test(text)) };
}

const rows = refusals(files).map(([settings, says]) => [settings.join(' '), settings, says] as const);

test.concurrent.each(rows)('%s', { timeout: 30_000 }, async (_, settings, says) => {
  const { env, flags } = settingsOf(settings);
  const lines = await refusal(server.run({ PORT: '0', ...env }, flags));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(says);
});

test('several faults at once are all named', async () => {
  const env = { PORT: 'x', TOLOKA_URL: 'y', TOLOKA_TOKEN: 'a b', HOST: '0.0.0.0' };
  const names = (await refusal(server.run(env, ['-x']))).map((line) => line.split(' ')[0]);
  expect(names).toEqual(['-x', 'PORT', 'TOLOKA_TOKEN', 'TOLOKA_URL', 'HOST']);
});

test('a token in a file that never ends does not fill the memory', async () => {
  const [line] = await refusal(server.run({ PORT: '0', TOLOKA_TOKEN_FILE: '/dev/zero' }));
  expect(line).toContain('TOLOKA_TOKEN_FILE names a file that cannot be read: it is too large (EFBIG).');
});

describe('a port in use: the mend names one that is free', () => {
  const proposed = async (env: Record<string, string>, flags: readonly string[], pattern: RegExp) => {
    const [line = ''] = await refusal(server.run(env, flags));
    const started = await server.start({ PORT: pattern.exec(line)?.[1] ?? 'none proposed' });
    started.child.kill('SIGTERM');
    expect(await started.ended).toEqual([0, null]);
    return line;
  };

  test('by the variable, and when the next port is taken as well', async () => {
    const next = createServer();
    await new Promise<void>((resolve) => {
      next.once('error', () => resolve()).listen(port + 1, '127.0.0.1', resolve);
    });
    const line = await proposed({ PORT: String(port) }, [], / or choose another port: PORT=(\d+)\.$/);
    next.close();
    expect(line).toContain(`PORT ${port} is in use by another program. Stop that program,`);
    expect(line).not.toContain(`PORT=${port + 1}.`);
  });

  test('by the flag', async () => {
    const line = await proposed({}, ['--port', String(port)], / or choose another port: --port (\d+)\.$/);
    expect(line).toContain(`--port ${port} is in use by another program.`);
  });
});

describe('the development and preview servers refuse the same', () => {
  test.concurrent.each<[string, string[], Record<string, string>, string]>([
    ['dev --host', ['--host'], {}, '--host would let other machines read with the token. Leave it out.'],
    ['dev --host 0.0.0.0', ['--host', '0.0.0.0'], {}, '--host would let other machines read with the token.'],
    ['preview --host', ['preview', '--host'], {}, '--host would let other machines read with the token.'],
    [
      'dev with a key',
      [],
      { ACCESS_KEY: REFUSED_SECRET },
      'ACCESS_KEY is set, but the development and preview',
    ],
    [
      'dev with a bad token',
      [],
      { TOLOKA_TOKEN: 'a b' },
      'TOLOKA_TOKEN holds something that is not one word',
    ],
    [
      'preview without a token',
      ['preview'],
      { TOLOKA_URL: 'https://a.example' },
      'TOLOKA_TOKEN is not set, but',
    ],
    ['dev with a bad port', [], { PORT: 'x' }, 'PORT is not a port.'],
  ])('%s', { timeout: 60_000 }, async (_, flags, env, says) => {
    const [line] = await refusal(runVite(flags, env));
    expect(line).toContain(says);
  });

  test('dev on a port in use', { timeout: 60_000 }, async () => {
    const [line] = await refusal(runVite([], { PORT: String(port) }));
    expect(line).toContain(`PORT ${port} is in use by another program.`);
  });
});
