/**
 * `npm run build`, and the first half of `npm start`: builds the client and the server into `dist` when there is no build
 * or the sources have changed since. Quiet while that works; a build that fails ends the process with 1.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './buildLock.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = path.join(root, 'dist', '.sources');
const lockFile = path.join(root, 'node_modules', '.toloka-operations-build.lock');
const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'scripts/compressed.ts',
  'scripts/lean.ts',
  'scripts/leanPreload.ts',
  'scripts/leanQuery.ts',
  'scripts/oneFileLess.ts',
  'scripts/smaller.ts',
  'package-lock.json',
];
const OUTPUTS = ['dist/client', 'dist/server'];
/** Without these there is nothing to run. */
const NEEDED = ['dist/client/index.html', 'dist/server/server.js'];

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const built = await buildWhenNeeded();
  process.stdout.write(built ? 'Built dist/client and dist/server.\n' : 'dist is up to date.\n');
}

/** Builds when it is needed; whether it was. What is packed has no sources and is built already. */
export async function buildWhenNeeded() {
  if (!existsSync(path.join(root, 'src')) || isBuilt()) return false;
  if (!existsSync(vite)) {
    // After `npm ci --omit=dev` a build that was made before still runs.
    if (!NEEDED.every((file) => existsSync(path.join(root, file)))) {
      fail('The build needs the development packages. Run: npm ci');
    }
    process.stderr.write('The build in dist may be older than the sources: what builds is not installed.\n');
    return false;
  }
  // `npm start` and `npm run emulator` may be started together, and two builds in one folder would destroy each other.
  mkdirSync(path.dirname(lockFile), { recursive: true });
  return withLock(lockFile, () => {
    if (isBuilt()) return false;
    const sources = hashOf(SOURCES);
    build();
    // Stamped with the sources as they were before the build: a change meanwhile leads to another one.
    writeFileSync(stampFile, stampOf(sources));
    return true;
  });
}

function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOf(hashOf(SOURCES));
}

/** What was built from what: a `vite build` by hand, of other sources, is noticed as well. */
function stampOf(sources) {
  return `${sources}\n${hashOf(OUTPUTS)}\n`;
}

/** A hash over the names and contents of all files there. */
function hashOf(places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesOf(path.join(root, place)))) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .toSorted()
    .flatMap((name) => filesOf(path.join(place, name)));
}

function build() {
  // The build needs no token, so it gets none.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:TOLOKA_|ACCESS_KEY)/.test(name)),
  );
  const result = spawnSync(process.execPath, [vite, 'build'], { cwd: root, env, encoding: 'utf8' });
  if (result.status !== 0) fail(`The build failed.\n${result.stdout}${result.stderr}`);
}

function fail(message) {
  rmSync(lockFile, { force: true });
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
