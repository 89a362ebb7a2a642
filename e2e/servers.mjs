/**
 * What the specs run against, started once for all of them: the emulator with its control API, the built server, and
 * between them a gate that swaps tokens. So the server holds a token that is like no other text, and a search for it
 * finds every leak. Ends all of it when it is told to end.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACCESS_KEY, APP_PORT, EMULATOR_PORT, GATE_PORT, TEAM_PORT, TOKEN, TOKEN_FILE } from './ports.mjs';

const dist = fileURLToPath(new URL('../dist/server/', import.meta.url));
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
const children = [
  start('emulator.js', [], { EMULATOR_PORT: String(EMULATOR_PORT) }),
  start('server.js', ['--demo'], { ...upstream, PORT: String(APP_PORT) }),
  start('server.js', [], { ...upstream, PORT: String(TEAM_PORT), ACCESS_KEY }),
];
const gate = createServer(passThrough).listen(GATE_PORT, '127.0.0.1');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);

function start(entry, flags, variables) {
  const child = spawn(process.execPath, [path.join(dist, entry), ...flags], {
    env: { ...env, ...variables },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  // Each spec brings a new token, which is no news.
  child.stderr.on('data', (chunk) =>
    process.stderr.write(String(chunk).replaceAll(/^.*a new token was.*\n/gm, '')),
  );
  child.once('exit', (code) => {
    if (code) process.exitCode = code;
    stop();
  });
  return child;
}

const OURS_AUTHORIZATION = new RegExp(`OAuth ${TOKEN}\\.\\d+`);

/** Raw bytes both ways, so that whatever the emulator does to a connection (cut, hang, never end) arrives. */
function passThrough(client) {
  const upstream = connect(EMULATOR_PORT, '127.0.0.1');
  const close = () => {
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
  for (const child of children) child.kill();
}
