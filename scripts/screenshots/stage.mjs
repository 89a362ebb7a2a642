import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** When all pictures are taken: a Friday afternoon in the reader's zone. */
export const NOW = Date.parse('2026-11-20T13:42:15.400Z');
/** Opens the server for a team. */
export const TEAM_KEY = 'opens-the-stage-of-pictures-only';
/** Whatever a developer has set for a server of their own must not reach ours. */
const OURS =
  /^(?:TOLOKA_|ACCESS_KEY|AUTH_PROXY$|ALLOWED_HOSTS$|HOST$|PORT$|EMULATOR_|NODE_ENV$|NODE_OPTIONS$)/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)));

/** Builds the app as it stands. Throws what the build says when it fails. */
export function build() {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
}

/**
 * Starts what the pictures are of, on free ports of this machine: the emulator, a server with production, sandbox and demo,
 * one that has no token, and one for a team. `close` ends them all.
 */
export async function openStage() {
  const folder = mkdtempSync(path.join(tmpdir(), 'toloka-screenshots-'));
  const token = path.join(folder, 'token');
  writeFileSync(token, 'demo', { mode: 0o600 });
  const [emulatorPort, port, barePort, teamPort] = await freePorts(4);
  const emulator = `http://127.0.0.1:${emulatorPort}`;
  const production = { TOLOKA_URL: emulator, TOLOKA_TOKEN_FILE: token };
  const sandbox = { TOLOKA_SANDBOX_URL: emulator, TOLOKA_SANDBOX_TOKEN_FILE: token };
  const children = [
    start('emulator', [], { EMULATOR_PORT: emulatorPort }),
    start('server', ['--demo'], { PORT: port, ...production, ...sandbox }),
    start('server', [], { PORT: barePort }),
    start('server', [], { PORT: teamPort, ...production, ACCESS_KEY: TEAM_KEY }),
  ];
  const close = () => {
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(children.map(ready));
  } catch (error) {
    close();
    throw error;
  }
  return {
    origins: {
      app: `http://127.0.0.1:${port}`,
      bare: `http://127.0.0.1:${barePort}`,
      team: `http://localhost:${teamPort}`,
    },
    emulator: controlOf(emulator),
    close,
  };
}

function start(part, flags, variables) {
  const args = ['--import', new URL('clock.mjs', import.meta.url).href, `dist/server/${part}.js`, ...flags];
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, SCREENSHOTS_AT: String(NOW), ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Each of them prints a line when it answers. */
function ready(child) {
  return new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', (code) => reject(new Error(`${child.spawnargs.at(3)} ended with ${code}`)));
  });
}

async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))));
  const ports = servers.map((server) => String(server.address().port));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** The emulator's control API (src/emulator/control.ts). */
function controlOf(origin) {
  const post = async (action, body = {}) => {
    const answer = await fetch(`${origin}/_emulator/${action}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the emulator refused ${action}: ${await answer.text()}`);
  };
  return {
    reset: () => post('reset'),
    clear: () => post('clear'),
    advance: (ms) => post('advance', { ms }),
    put: (operation, options = {}) => post('operations', { operation, ...options }),
    setFaults: (...rules) => post('faults', { rules }),
    setArrivals: (arrivals) => post('switches', { arrivals }),
  };
}
