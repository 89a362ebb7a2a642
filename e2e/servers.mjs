/**
 * What the specs run against, started once for all of them: the emulator with its control API, the built server, and
 * between them a gate that swaps tokens. So the server holds a token that is like no other text, and a search for it
 * finds every leak. The gate breaks connections, and the server stops and starts, when a spec orders it. Ends all of it when it is told to end.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { breakOff, isBroken, takeOrders } from './orders.mjs';
import {
  ACCESS_KEY,
  APP_PORT,
  EMULATOR_PORT,
  GATE_PORT,
  ORDERS,
  TEAM_PORT,
  TOKEN,
  TOKEN_FILE,
} from './ports.mjs';

const project = fileURLToPath(new URL('../', import.meta.url));
const dist = path.join(project, 'dist', 'server');
/** The same server built with deadlines of a second, once a spec wants it. */
const impatient = path.join(project, 'node_modules', '.cache', `e2e-impatient-${APP_PORT}`);
// A developer's own settings must not reach the servers under test.
const OURS = /^(?:TOLOKA_|ACCESS_KEY|AUTH_PROXY$|ALLOWED_HOSTS$|HOST$|PORT$|EMULATOR_)/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)));

if (!existsSync(path.join(dist, 'server.js'))) {
  process.stderr.write('The specs run against the built server. Build it first: npm run build\n');
  process.exit(1);
}

mkdirSync(path.dirname(TOKEN_FILE), { recursive: true, mode: 0o700 });
rmSync(TOKEN_FILE, { force: true });
writeFileSync(TOKEN_FILE, `${TOKEN}.0`, { mode: 0o600 });
const upstream = { TOLOKA_URL: `http://127.0.0.1:${GATE_PORT}`, TOLOKA_TOKEN_FILE: TOKEN_FILE };
const children = new Set();
start(dist, 'emulator.js', [], { EMULATOR_PORT: String(EMULATOR_PORT) });
start(dist, 'server.js', [], { ...upstream, PORT: String(TEAM_PORT), ACCESS_KEY });
let server = startServer(dist);
const connections = new Set();
const gate = createServer(passThrough).listen(GATE_PORT, '127.0.0.1');
const orders = takeOrders(ORDERS, {
  server: {
    async stop() {
      children.delete(server);
      const ended = once(server, 'exit');
      server.kill();
      // An answer that hangs would keep it for as long as an operator waits.
      const timer = setTimeout(() => server.kill('SIGKILL'), 1000);
      await ended;
      clearTimeout(timer);
    },
    async start(impatiently) {
      if (children.has(server)) await this.stop();
      if (impatiently) await buildImpatient();
      server = startServer(impatiently ? path.join(impatient, 'server') : dist);
      await once(server.stdout, 'data');
    },
  },
  gate: {
    open: () => once(gate.listen(GATE_PORT, '127.0.0.1'), 'listening'),
    close() {
      this.cut();
      return new Promise((resolve) => gate.close(resolve));
    },
    cut: () => connections.forEach((socket) => socket.destroy()),
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);

function startServer(from) {
  return start(from, 'server.js', ['--demo'], { ...upstream, PORT: String(APP_PORT) });
}

async function buildImpatient() {
  if (existsSync(impatient)) return;
  const build = path.join(project, 'tests', 'threats', 'build.mjs');
  const [code] = await once(spawn(process.execPath, [build, impatient], { env, stdio: 'inherit' }), 'exit');
  if (code !== 0) throw new Error('the server with short deadlines could not be built');
}

function start(from, entry, flags, variables) {
  const child = spawn(process.execPath, [path.join(from, entry), ...flags], {
    env: { ...env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.stdout.on('data', (chunk) => process.stdout.write(chunk));
  // Each spec brings a new token, which is no news.
  child.stderr.on('data', (chunk) =>
    process.stderr.write(String(chunk).replaceAll(/^.*a new token was.*\n/gm, '')),
  );
  child.once('exit', (code) => {
    if (!children.has(child)) return;
    if (code) process.exitCode = code;
    stop();
  });
  return child;
}

const OURS_AUTHORIZATION = new RegExp(`OAuth ${TOKEN}\\.\\d+`);

/** Raw bytes both ways, so that whatever the emulator does to a connection (cut, hang, never end) arrives. */
function passThrough(client) {
  if (isBroken()) {
    client.once('error', () => client.destroy());
    client.once('data', () => breakOff(client));
    return;
  }
  const upstream = connect(EMULATOR_PORT, '127.0.0.1');
  connections.add(client);
  const close = () => {
    connections.delete(client);
    client.destroy();
    upstream.destroy();
  };
  client.on('data', (chunk) => {
    const text = chunk.toString('latin1').replace(OURS_AUTHORIZATION, 'OAuth demo');
    upstream.write(text, 'latin1');
  });
  upstream.on('data', (chunk) => client.write(chunk));
  for (const socket of [client, upstream]) socket.once('close', close).once('error', close);
}

function stop() {
  gate.close();
  orders.close();
  rmSync(impatient, { recursive: true, force: true });
  for (const child of children) child.kill();
}
