import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from './secret.ts';
import { serveFaultUpstream, UPSTREAM_MODES, type FaultUpstream } from './testing/faultUpstream.ts';
import { rawRequest } from './testing/rawRequest.ts';
import { SENTINEL } from './testing/serve.ts';
import { containsAny, tokenForms } from './tokenForms.ts';

/** The real build, made by the real `vite.config.ts`, run as a process of its own. */

const root = process.cwd();
// Inside the project, so that the built server finds its packages.
const dist = path.join(root, 'node_modules', '.cache', `toloka-run-test-${process.pid}`);
const server = path.join(dist, 'server', 'server.js');
const leaks = (text: string | Buffer) =>
  containsAny(Buffer.from(text), tokenForms('OAuth', new Secret(SENTINEL)));
let upstream: FaultUpstream;
/** Every process started here, so that a failing test leaves none behind. */
const children: ChildProcess[] = [];

beforeAll(async () => {
  upstream = await serveFaultUpstream();
  mkdirSync(dist, { recursive: true });
  const outDir = (name: string) => ({ build: { outDir: path.join(dist, name), emptyOutDir: true } });
  const options = {
    root,
    logLevel: 'error',
    environments: { client: outDir('client'), ssr: outDir('server') },
  };
  const script = `import { createBuilder } from 'vite'; await (await createBuilder(${JSON.stringify(options)})).buildApp();`;
  const built = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TOLOKA_TOKEN: SENTINEL, NO_COLOR: '1' },
  });
  expect(`${built.stdout}${built.stderr}`).toBe('');
}, 30_000);

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await upstream.close();
  rmSync(dist, { recursive: true, force: true });
});

type Run = { readonly child: ChildProcess; readonly output: () => { out: string; err: string } };

function run(env: Record<string, string>, flags: readonly string[] = []): Run {
  const child = spawn(process.execPath, [server, ...flags], { env: { PATH: process.env['PATH'], ...env } });
  children.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  return { child, output: () => ({ out, err }) };
}

async function started({ child, output }: Run): Promise<URL> {
  const stdout = child.stdout;
  if (stdout) await Promise.race([once(stdout, 'data'), once(child, 'exit')]);
  const url = /^Toloka Operations: (http:\S+)\n$/.exec(output().out)?.[1];
  if (!url) throw new Error(`did not start: ${JSON.stringify(output())}`);
  return new URL(url);
}

test('serves the demo without a token, on the printed address, and stops on SIGTERM with 0', async () => {
  const running = run({ PORT: '0' });
  const url = await started(running);
  const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
  expect(page).toContain('<meta name="toloka-environments" content="demo" />');
  const list = await fetch(new URL('/demo/api/v1/operations?limit=2', url));
  expect(list.status).toBe(200);
  expect(((await list.json()) as { items: unknown[] }).items).toHaveLength(2);
  expect((await fetch(new URL('/healthz', url))).status).toBe(200);
  running.child.kill('SIGTERM');
  expect(await once(running.child, 'exit')).toEqual([0, null]);
});

test('T-UPG: an upgrade is cut', async () => {
  const running = run({ PORT: '0' });
  const url = await started(running);
  const headers = `Host: ${url.host}\r\nConnection: Upgrade\r\nUpgrade: websocket`;
  const { text } = await rawRequest(Number(url.port), `GET / HTTP/1.1\r\n${headers}\r\n\r\n`);
  expect(text).toBe('');
  running.child.kill('SIGTERM');
  await once(running.child, 'exit');
});

test('T-LEAK: with a token, nothing that is sent or printed holds it', async () => {
  const env = { PORT: '0', TOLOKA_TOKEN: SENTINEL, TOLOKA_URL: upstream.origin };
  const running = run(env, ['--log']);
  const url = await started(running);
  // Those that last for seconds are part of the same sweep in proxy.faults.test.ts, with smaller limits.
  const modes = Object.keys(UPSTREAM_MODES).filter((mode) => !/hang|drip|stall|huge|bomb/.test(mode));
  const paths = [
    '/',
    '/nowhere',
    '/production/api/v1/operations?x=1',
    '/other/api/v1/operations',
    ...modes.map((mode) => `/production/api/v1/operations/${mode}`),
  ];
  const texts = await Promise.all(
    paths.map(async (target) => {
      const response = await fetch(new URL(target, url));
      return JSON.stringify([...response.headers]) + (await response.text());
    }),
  );
  expect(upstream.requests.some(({ rawHeaders }) => rawHeaders.includes(`OAuth ${SENTINEL}`))).toBe(true);
  running.child.kill('SIGTERM');
  await once(running.child, 'exit');
  const { out, err } = running.output();
  expect(err).toContain('"route":"/:environment/api/v1/operations/:id"');
  expect(err).not.toContain('echo-raw');
  expect([...texts, out, err].filter(leaks)).toEqual([]);
});

test('T-LEAK: the build holds no token and no source map, though one was set when it was made', () => {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter(({ name }) => name.endsWith('.map'))).toEqual([]);
  const contents = files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name)));
  expect(contents.filter(leaks)).toEqual([]);
});

describe('what cannot start exits with 2 and says why', () => {
  test('bad configuration', async () => {
    const running = run({ PORT: 'x', TOLOKA_TOKEN: `${SENTINEL} y` });
    expect(await once(running.child, 'exit')).toEqual([2, null]);
    const { out, err } = running.output();
    expect(out).toBe('');
    expect(err).toMatch(
      /^Toloka Operations cannot start:\n {2}PORT is not a port\..*\n {2}TOLOKA_TOKEN holds/,
    );
    expect(leaks(err)).toBe(false);
  });

  test('a port in use', async () => {
    const running = run({ PORT: String(upstream.port) });
    expect(await once(running.child, 'exit')).toEqual([2, null]);
    expect(running.output().err).toContain(`PORT ${upstream.port} is in use by another program. Stop`);
  });
});
