/**
 * Finds the browser that the end-to-end tests run in, or installs one. Alone, `node scripts/browser.mjs` prints its
 * path. In order: the variable CHROMIUM_PATH, Playwright's own, a system Chromium, Chrome or Edge; then an attempt to
 * install one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const INSTALL_TIMEOUT_MS = 300_000;
const PROBE_TIMEOUT_MS = 20_000;

/** How Chromium is started for tests and benchmarks: as root in a container too, and without calls home. */
export const LAUNCH_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Programs to look for on the PATH. First the one that Playwright itself runs headless: the same engine, with less around it. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

/** Where browsers live that are not on the PATH, by platform. */
const PLACES = {
  linux: [
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ].map((file) => path.win32.join(process.env[variable] ?? 'C:\\', file)),
  ),
};

/** What to do on a machine where no browser was found and none could be installed. */
export const ADVICE = [
  'No Chromium, Chrome or Edge was found, and none could be installed. Do one of these:',
  '  install one:   apt-get install chromium   (Debian)   or   npx playwright install chromium',
  '  or name one:   CHROMIUM_PATH=/path/to/chrome npm test',
].join('\n');

/**
 * The browser's path, or null when there is none. Throws when CHROMIUM_PATH names a file that does not exist: another
 * browser than the one that was asked for would be a surprise.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist. Correct it or leave it out.`);
  }
  for (const candidate of [await playwrightsOwn(), ...onPath(), ...(PLACES[process.platform] ?? [])]) {
    if (candidate && existsSync(candidate) && answers(candidate)) return candidate;
  }
  return null;
}

/** The browser's path; installs one when there is none. Throws with advice when that fails. */
export async function requireBrowser() {
  return (await findBrowser()) ?? (await installBrowser());
}

async function installBrowser() {
  say('No browser was found. Installing Chromium with Playwright …');
  const cli = fileURLToPath(new URL('../node_modules/playwright/cli.js', import.meta.url));
  run(process.execPath, [cli, 'install', 'chromium']);
  const installed = await findBrowser();
  if (installed) return installed;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('That did not work. Installing Debian’s Chromium …');
    run('apt-get', ['update']);
    for (const name of ['chromium-headless-shell', 'chromium']) {
      if (run('apt-get', ['install', '--yes', '--no-install-recommends', name])) break;
    }
  }
  const fallback = await findBrowser();
  if (fallback) return fallback;
  throw new Error(ADVICE);
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('playwright');
    return chromium.executablePath();
  } catch {
    // Not installed yet, or no build for this platform: then it has none of its own.
    return null;
  }
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  return NAMES.flatMap((name) =>
    folders.flatMap((folder) => endings.map((end) => path.join(folder, name + end))),
  );
}

/** Whether a found program really is a browser: Ubuntu's `chromium-browser` may only be a note about snap. */
function answers(candidate) {
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync(candidate, ['--version'], {
    encoding: 'utf8',
    timeout: PROBE_TIMEOUT_MS,
  });
  return status === 0 && /Chrom|Edge/.test(stdout);
}

/** Runs a program to its end; whether it went well. */
function run(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // The output goes to stderr, so that stdout stays the caller's.
  const { status } = spawnSync(program, args, { stdio: ['ignore', 2, 2], env, timeout: INSTALL_TIMEOUT_MS });
  return status === 0;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${await requireBrowser()}\n`);
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
