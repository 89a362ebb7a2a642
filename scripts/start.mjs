/**
 * Runs a built part of the project: `node scripts/start.mjs server|emulator [flags]`. Builds first when there is no
 * build or the sources have changed since; quiet when that works. A packed install without sources just runs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withLock } from './buildLock.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = path.join(root, 'dist', '.sources');
const lockFile = path.join(root, 'node_modules', '.toloka-operations-build.lock');
const PARTS = ['server', 'emulator'];
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const OUTPUTS = ['dist/client', 'dist/server'];

const [part, ...flags] = process.argv.slice(2);
if (!PARTS.includes(part)) {
  process.stderr.write(`Usage: node scripts/start.mjs ${PARTS.join('|')} [flags]\n`);
  process.exit(2);
}
if (existsSync(path.join(root, 'src'))) await buildWhenNeeded();
const entry = path.join(root, 'dist', 'server', `${part}.js`);
// The entry reads its flags as if it had been started itself.
process.argv = [process.argv[0], entry, ...flags];
await import(pathToFileURL(entry).href);

async function buildWhenNeeded() {
  if (isBuilt()) return;
  // `npm start` and `npm run emulator` may be started together, and two builds in one folder would destroy each other.
  mkdirSync(path.dirname(lockFile), { recursive: true });
  await withLock(lockFile, () => {
    if (isBuilt()) return;
    const sources = hashOf(SOURCES);
    build();
    // Stamped with the sources as they were before the build: a change meanwhile leads to another one.
    writeFileSync(stampFile, stampOf(sources));
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
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(vite)) fail('The build needs the development packages. Run: npm ci');
  const result = spawnSync(process.execPath, [vite, 'build'], { cwd: root, env, encoding: 'utf8' });
  if (result.status !== 0) fail(`The build failed.\n${result.stdout}${result.stderr}`);
}

function fail(message) {
  rmSync(lockFile, { force: true });
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
