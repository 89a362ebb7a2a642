import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow, ROOT } from './architecture/sources.ts';

/** What `npm pack` makes, run from an otherwise empty folder. Its packages are copied, so that no registry is asked. */

const { version, dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
};
const folder = mkdtempSync(path.join(tmpdir(), 'toloka-pack-'));
const modules = path.join(folder, 'node_modules');
const bin = path.join(modules, '.bin', 'toloka-operations');
// Nothing of the npm that may run these tests.
const env = { PATH: process.env['PATH'], HOME: folder, npm_config_update_notifier: 'false' };

beforeAll(() => {
  // Builds first, when the sources have changed.
  execFileSync('npm', ['run', 'pack', '--', '--pack-destination', folder], { cwd: ROOT, env, stdio: 'pipe' });
  const file = path.join(folder, `toloka-operations-${version}.tgz`);
  mkdirSync(path.join(modules, '.bin'), { recursive: true });
  execFileSync('tar', ['-xzf', file, '-C', modules]);
  renameSync(path.join(modules, 'package'), path.join(modules, 'toloka-operations'));
  symlinkSync('../toloka-operations/scripts/cli.mjs', bin);
  for (const place of installed())
    cpSync(path.join(ROOT, place), path.join(folder, place), { recursive: true });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What npm would install beside it, by the lockfile. */
function installed(): string[] {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; optional?: boolean }>;
  };
  return Object.keys(packages).filter((at) => at !== '' && !packages[at]?.dev && !packages[at]?.optional);
}

test('holds the build, what starts it and what one reads first, and nothing else', () => {
  const own = path.join(modules, 'toloka-operations');
  const entries = readdirSync(own, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name));
  const names = files.map((file) => path.relative(own, file).replaceAll(path.sep, '/'));
  expect(names.filter((name) => !/^dist\/(?:client|server)\//.test(name)).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'package.json',
    'scripts/build.mjs',
    'scripts/buildLock.mjs',
    'scripts/cli.mjs',
    'scripts/nodeVersion.mjs',
    'scripts/start.mjs',
  ]);
  expect(names).toEqual(
    expect.arrayContaining([
      'dist/client/index.html',
      'dist/client/.vite/manifest.json',
      'dist/server/server.js',
      'dist/server/emulator.js',
    ]),
  );
  expect(names.filter((name) => /\.map$|\.test\.|testing/.test(name))).toEqual([]);
  expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(4_000_000);
});

test('the server imports what npm installs with it, and nothing else', () => {
  const code = filesBelow('dist/server').map((file) => readFileSync(path.join(ROOT, file), 'utf8'));
  const names = code.flatMap((text) =>
    Array.from(text.matchAll(/^(?:import|export)\b[^"]*"([^."][^"]*)"/gm), ([, name = '']) => name),
  );
  const packages = names.filter((name) => !name.startsWith('node:'));
  expect([...new Set(packages)].toSorted()).toEqual(Object.keys(dependencies).toSorted());
});

test('it tells its version, and npx finds it', () => {
  expect(String(execFileSync(bin, ['--version'], { cwd: folder, env }))).toBe(
    `toloka-operations ${version}\n`,
  );
  const found = execFileSync('npx', ['--offline', 'toloka-operations', '--help'], { cwd: folder, env });
  expect(String(found)).toContain('\nUsage: npx toloka-operations [flags]\n');
});

test('in a clone, `npx .` does the same', () => {
  const help = execFileSync('npx', ['--offline', '.', '--help'], { cwd: ROOT, env });
  expect(String(help)).toContain('\nUsage: npx . [flags]\n');
});

test('it starts with the demo, and answers with the page, its files and operations', async () => {
  const child = spawn(bin, ['--demo', '--port', '0'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url = /^Toloka Operations: (http:\S+)\n$/.exec(String(line))?.[1] ?? '';
    const get = (target: string) => fetch(new URL(target, url), { headers: { accept: 'text/html' } });
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    const page = await (await get('/demo/operations')).text();
    expect(page).toContain('<meta name="toloka-start" content="toloka-operations" />');
    const [, script = ''] = /<script type="module"[^>]* src="([^"]+)"/.exec(page) ?? [];
    expect((await get(script)).headers.get('content-type')).toContain('javascript');
    const list = (await (await get('/demo/api/v1/operations?limit=2')).json()) as { items: unknown[] };
    expect(list.items).toHaveLength(2);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
  }
});
