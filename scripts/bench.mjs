/**
 * `npm run bench` runs every benchmark, `npm run bench -- list load` some by name. `--json <file>` writes their figures
 * there as well, `--minutes <n>` says how long those may take that run for a while, `--runs <n>` how often `interactions`
 * measures, `--full` asks for the large sizes. Builds the app before the first one that needs it (all
 * but those with `NEEDS_APP = false`). The benchmarks are TypeScript in `bench/`, read through Vite.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer, createServerModuleRunner } from 'vite';
import { findBrowser } from './browser.mjs';

const EXIT_USAGE = 2;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const calledFrom = process.cwd();
process.chdir(root);
const known = readdirSync('bench')
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const { names, json, minutes, runs, full } = readArguments();

// Open until the end: what a benchmark runs may import more as it goes.
const vite = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
});
const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false });
let built = false;
const started = new Date();
const benches = {};
for (const name of names) {
  const file = path.join(root, 'bench', `${name}.bench.ts`);
  const module = await runner.import(file);
  if (module.NEEDS_APP !== false) buildOnce();
  const begun = performance.now();
  try {
    const { text, data } = await module.run({ minutes, runs, full });
    benches[name] = { seconds: secondsSince(begun), ...data };
    process.stdout.write(`${text}\n`);
  } catch (error) {
    // The others still run: a night's figures must not be lost to one of them.
    benches[name] = { seconds: secondsSince(begun), error: String(error) };
    process.stderr.write(`${name} failed: ${error instanceof Error ? error.stack : String(error)}\n\n`);
    process.exitCode = 1;
  }
}
if (names.length > 1) process.stdout.write(`${names.length} benchmarks in ${took()}\n`);
if (json !== undefined) {
  const file = path.resolve(calledFrom, json);
  writeFileSync(file, `${JSON.stringify({ ...(await circumstances()), benches }, null, 2)}\n`);
  process.stdout.write(`Figures: ${file}\n`);
}
// What a benchmark may have left open must not keep this waiting.
process.exit(process.exitCode ?? 0);

function readArguments() {
  const fail = (reason) => {
    process.stderr.write(
      `${reason}\nUsage: npm run bench -- [${known.join('|')} …] [--json <file>] [--minutes <n>] [--runs <n>] [--full]\n`,
    );
    process.exit(EXIT_USAGE);
  };
  try {
    const options = {
      json: { type: 'string' },
      minutes: { type: 'string' },
      runs: { type: 'string' },
      full: { type: 'boolean' },
    };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.filter((name) => !known.includes(name));
    if (unknown.length > 0) fail(`There is no benchmark ${unknown.join(', ')}.`);
    const minutes = values.minutes === undefined ? null : Number(values.minutes);
    if (minutes !== null && !(minutes > 0 && minutes <= 600)) fail('--minutes wants a number from 0 to 600.');
    const runs = values.runs === undefined ? null : Number(values.runs);
    if (runs !== null && !(Number.isInteger(runs) && runs > 0 && runs <= 100))
      fail('--runs wants a whole number from 1 to 100.');
    const { json, full = false } = values;
    return { names: positionals.length > 0 ? positionals : known, json, minutes, runs, full };
  } catch (error) {
    return fail(error.message);
  }
}

function buildOnce() {
  if (built) return;
  const cli = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  // The benchmarks run in Vite's development mode; inherited, it would build a development React.
  const { NODE_ENV: _, ...env } = process.env;
  const build = spawnSync(process.execPath, [cli, 'build'], { encoding: 'utf8', env });
  if (build.status !== 0) {
    process.stderr.write(`The build failed.\n${build.stdout}${build.stderr}`);
    process.exit(1);
  }
  built = true;
}

function secondsSince(begun) {
  return Math.round((performance.now() - begun) / 100) / 10;
}

function took() {
  const seconds = Math.round((Date.now() - started) / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** What the figures are of: date, commit, machine, versions. */
async function circumstances() {
  // A copy without its history has no commit to name.
  const git = (...args) => {
    const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
    return status === 0 ? stdout.trim() : null;
  };
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const browser = await findBrowser();
  return {
    date: started.toISOString(),
    seconds: Math.round((Date.now() - started) / 1000),
    commit: git('rev-parse', 'HEAD'),
    /** Whether there was something that no commit holds. */
    changed: git('status', '--porcelain') !== '',
    machine: {
      processor: os.cpus()[0]?.model ?? 'unknown',
      cores: os.cpus().length,
      memory: os.totalmem(),
      system: `${os.platform()} ${os.release()} ${os.arch()}`,
    },
    versions: {
      node: process.version,
      chromium: browser ? spawnSync(browser, ['--version'], { encoding: 'utf8' }).stdout.trim() : null,
      ...Object.fromEntries(
        Object.keys({ ...dependencies, ...devDependencies }).map((name) => [
          name,
          packages[`node_modules/${name}`]?.version ?? null,
        ]),
      ),
    },
  };
}
