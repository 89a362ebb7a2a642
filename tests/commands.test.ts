import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './architecture/sources.ts';
import { COMMANDS, SECRETS, type Proof } from './commands.ts';
import { freePorts } from './deploy/nginx.ts';
import { shellCommands } from './shellCommands.ts';

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'];
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Somebody's machine: a home with a token, a place for secrets, and a browser that cannot be opened by mistake. */
const machine = mkdtempSync(path.join(tmpdir(), 'toloka-commands-'));
const place = (name: string) => path.join(machine, name);
const env = {
  PATH: [place('programs'), path.dirname(process.execPath), process.env['PATH']].join(path.delimiter),
  HOME: place('home'),
  NO_COLOR: '1',
  npm_config_update_notifier: 'false',
};
const children: ChildProcess[] = [];

/** Runs a command line as a person's shell does. Gives its output so far, and its exit code at its end. */
function run(command: string, more: Readonly<Record<string, string>> = {}, cwd = ROOT) {
  const text = command.replaceAll(SECRETS, place('secrets'));
  const child = spawn('/bin/sh', ['-c', text], { cwd, env: { ...env, ...more }, detached: true });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'close').then(([code]: unknown[]) => code);
  return { child, ended, output: () => output };
}

/** With all that it has started. */
function end({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGTERM');
}

beforeAll(() => {
  for (const name of ['programs', 'home', 'secrets', 'aside']) mkdirSync(place(name));
  for (const name of ['open', 'xdg-open'])
    writeFileSync(place(`programs/${name}`), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(place('home/toloka-token'), 'a-token\n', { mode: 0o644 });
  writeFileSync(place('secrets/token'), 'a-token\n', { mode: 0o600 });
  writeFileSync(place('aside/loose.json'), '{"a":1 }');
});

afterAll(() => {
  for (const child of children) end(child);
  rmSync(machine, { recursive: true, force: true });
});

test('commands are found in blocks and in sentences, and nothing else is', () => {
  const document = [
    '```sh',
    'npm ci && npm start',
    'A=1 B=2 \\',
    '  node x.js',
    '(umask 077; echo 1 > key)',
    '```',
    '```python',
    'npm = 1',
    '```',
    '```',
    'src/  npm is no command here',
    'npx . --log',
    '```',
    'Run `npm run unit` or `ETA_SEED=2 npm run bench -- eta`; behind `npm start --` stand flags. Not `npm`, `src/npm.ts`,',
    'nor npm run nothing. `npm run unit` again.',
  ].join('\n');
  expect(shellCommands(document)).toEqual([
    'npm ci',
    'npm start',
    'A=1 B=2 node x.js',
    '(umask 077; echo 1 > key)',
    'npx . --log',
    'npm run unit',
    'ETA_SEED=2 npm run bench -- eta',
  ]);
});

test('every command of the documents is one that is tried here, and none is tried for nothing', () => {
  const shown = new Set(DOCUMENTS.flatMap((name) => shellCommands(read(name))));
  const tried = Object.keys(COMMANDS);
  expect(
    [...shown].filter((command) => !Object.hasOwn(COMMANDS, command)),
    'give it a row',
  ).toEqual([]);
  expect(
    tried.filter((command) => !shown.has(command)),
    'no document shows it',
  ).toEqual([]);
});

const rows = Object.entries(COMMANDS);
const only = <Kind extends string>(kind: Kind) =>
  rows.flatMap(([command, proof]) =>
    kind in proof ? [[command, proof as Extract<Proof, Record<Kind, unknown>>] as const] : [],
  );

test.each(only('gate'))('%s is run by `npm test`', (command, { gate }) => {
  expect(command).toBe(`npm run ${gate}`);
  expect(scripts).toHaveProperty([gate]);
  expect(read('scripts/test.mjs')).toContain(`'${gate}'`);
});

test.each(only('file'))('%s is run elsewhere', (_, { file, holds }) => {
  expect(read(file)).toContain(holds);
});

test.each(only('before'))('%s is run before what it is for', (command, { before }) => {
  expect(COMMANDS[before]).toMatchObject({ after: expect.arrayContaining([command]) as unknown });
});

test.each(only('bench'))('%s names a benchmark', (_, { bench }) => {
  expect(existsSync(path.join(ROOT, 'bench', `${bench}.bench.ts`))).toBe(true);
});

// They are written for the shells that the documents are for.
describe.skipIf(process.platform === 'win32')('run as they stand there', { timeout: 60_000 }, () => {
  test.concurrent.each(only('ends'))('%s', async (command, proof) => {
    const { ended, output } = run(proof.as ?? command, proof.env);
    expect([await ended, output()]).toEqual([proof.ends, expect.stringMatching(proof.says)]);
  });

  test.concurrent.each(only('aside'))('%s', async (_, { aside, says }) => {
    const tools = [path.join(ROOT, 'node_modules', '.bin'), env.PATH].join(path.delimiter);
    const { ended, output } = run(scripts[aside] ?? '', { PATH: tools }, place('aside'));
    expect([await ended, output()]).toEqual([0, expect.stringMatching(says)]);
  });

  test.concurrent.for(only('serves'))('%s', async ([command, proof], { expect }) => {
    const { serves, port, environments, after = [] } = proof;
    for (const each of after) expect(await run(each).ended, each).toBe(0);
    const [free] = await freePorts(1);
    const { child, ended, output } = run(command, { [port]: String(free) });
    const ask = (target: string, headers: Readonly<Record<string, string>> = {}) =>
      fetch(`http://127.0.0.1:${free}${target}`, { headers });
    const target = serves === 'page' ? '/healthz' : '/api/v1/operations?limit=1';
    const status = async () => {
      if (child.exitCode !== null) throw new Error(output());
      return ask(target, { authorization: 'OAuth demo' }).then(
        (answer) => answer.status,
        () => 'no answer yet',
      );
    };
    await expect.poll(status, { timeout: 30_000, interval: 100 }).toBe(200);
    if (environments !== undefined) {
      const page = await (await ask('/', { accept: 'text/html' })).text();
      expect(page).toContain(`<meta name="toloka-environments" content="${environments}"`);
    }
    end(child);
    await ended;
  });
});
