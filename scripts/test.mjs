/**
 * `npm test`: every check of the project, one after the other. Shows each one's own output, goes on after a failure,
 * and ends with one plain line: `N passed, N failed`, where each check and each single test counts one. Exit code 1
 * when anything failed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireBrowser } from './browser.mjs';
import { countPlaywright, countVitest } from './testCounts.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const results = path.join(root, 'test-results');
const vitestReport = path.join(results, 'vitest.json');
/** The browser tests run in two halves at once, each with its own servers: most of their time is waiting. */
const HALVES = 2;

/** Where the servers of the first half listen (`e2e/ports.mjs`), and how far from them those of the second. */
const FIRST_PORT = 5590;
const PORTS_APART = 10;

const outcomes = [];
/** What each check runs stands in package.json, and nowhere else. */
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
/** Tools whose package has another name. */
const PACKAGES = { tsc: 'typescript' };

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

check('types', 'check:types');
check('lint', 'check:lint');
check('format', 'check:format');
check('advisories', 'check:advisories');
// Before the tests that run what is built.
const built = check('build', 'build');
suite('unit, property, contract and architecture tests', 'unit', {
  args: ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
  report: vitestReport,
  count: countVitest,
});
await endToEnd();
finish();

async function endToEnd() {
  const name = 'end-to-end tests';
  if (!built) {
    heading(name);
    return record(name, { passed: 0, failed: 1, skipped: 0 }, 'not run, because the build failed');
  }
  try {
    process.env.CHROMIUM_PATH = await requireBrowser();
  } catch (error) {
    heading(name);
    return record(name, { passed: 0, failed: 1, skipped: 0 }, error.message);
  }
  process.stdout.write(`\nBrowser: ${process.env.CHROMIUM_PATH}\n`);
  heading(name);
  const before = performance.now();
  const halves = await Promise.all(Array.from({ length: HALVES }, (_, index) => half(index)));
  const sum = (key) => halves.reduce((total, counts) => total + counts[key], 0);
  const counts = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  return record(name, counts, `${((performance.now() - before) / 1000).toFixed(1)} s`);
}

/** One half of the browser tests; it fails once more when its runner fails without saying where. */
async function half(index) {
  const report = path.join(results, `playwright-${index + 1}.json`);
  const port = Number(process.env.E2E_PORT ?? FIRST_PORT) + index * PORTS_APART;
  const code = await runAside('e2e', ['--reporter=list,json', `--shard=${index + 1}/${HALVES}`], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    E2E_PORT: String(port),
  });
  const counts = readCounts(report, countPlaywright) ?? { passed: 0, failed: 1, skipped: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Runs a script of package.json whose exit code is its whole result. */
function check(name, script) {
  heading(name);
  const { code, seconds } = run(script);
  record(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }, `${seconds} s`);
  return code === 0;
}

/** Runs a test runner and reads its report. A runner that fails without a failed test in its report counts as one. */
function suite(name, script, { args, report, count }) {
  heading(name);
  const { code, seconds } = run(script, args);
  const counts = readCounts(report, count);
  if (counts === null) return record(name, { passed: 0, failed: 1, skipped: 0 }, 'ended without a report');
  if (code !== 0 && counts.failed === 0) {
    return record(name, { ...counts, failed: 1 }, `ended with exit code ${code}`);
  }
  return record(name, counts, `${seconds} s`);
}

function readCounts(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return null;
  }
}

function run(script, more = []) {
  const before = performance.now();
  const { status } = spawnSync(process.execPath, [...argumentsOf(script), ...more], {
    cwd: root,
    stdio: 'inherit',
  });
  return { code: status, seconds: ((performance.now() - before) / 1000).toFixed(1) };
}

/** As `run`, beside others. Resolves with the exit code. */
function runAside(script, more, env) {
  const child = spawn(process.execPath, [...argumentsOf(script), ...more], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => child.once('exit', resolve));
}

/** What to hand to node for a script of package.json: plain words, the first one `node` or a tool of a package. */
function argumentsOf(script) {
  const [tool, ...args] = scripts[script].split(' ');
  return tool === 'node' ? args : [scriptOf(tool), ...args];
}

function scriptOf(tool) {
  const folder = path.join(root, 'node_modules', PACKAGES[tool] ?? tool);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[tool]);
}

function heading(name) {
  process.stdout.write(`\n━━ ${name} ━━\n`);
}

function record(name, counts, note) {
  outcomes.push({ name, ...counts, note });
}

function finish() {
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  process.stdout.write('\n━━ summary ━━\n');
  for (const { name, passed, failed, skipped, note } of outcomes) {
    const skips = skipped > 0 ? `, ${skipped} not run` : '';
    process.stdout.write(
      `${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed${skips} (${note})\n`,
    );
  }
  if (sum('skipped') > 0) {
    process.stdout.write(
      `${sum('skipped')} tests were not run: those against a real account want TOLOKA_CONTRACT_TOKEN, those of replicas want nginx.\n`,
    );
  }
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}
