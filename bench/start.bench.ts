import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { cpuOf, whyNoCpu } from './processes.ts';
import { describeMachine, type BenchResult } from './result.ts';
import { formatSummary, formatTable, summarise } from './statistics.ts';

/** Counted rounds, after one that is not counted and builds what is not built. */
const ROUNDS = 7;
const AIM_MS = 1000;
const PORT = 7730;
const FIRST_START_MS = 120_000;
/** How often it is asked whether the server is there yet, in ms. */
const KNOCK_MS = 10;

/** What people type, and what of it is ours. */
const COMMANDS: readonly (readonly [string, readonly [string, ...string[]]])[] = [
  ['npm start', ['npm', 'start']],
  ['of it without npm', [process.execPath, 'scripts/start.mjs', 'server']],
];

type Start = { readonly cpu: number | null; readonly ms: number };

/** `npm start` with a build present: processor time, and time, until the page and a first list are answered. */
export async function run(): Promise<BenchResult> {
  const starts = COMMANDS.map((): Start[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, [, command]] of COMMANDS.entries()) {
      const start = await startOnce(command);
      if (round > 0) starts[index]?.push(start);
    }
  }
  const found = COMMANDS.map(([name], index) => {
    const of = starts[index] ?? [];
    const cpu = of.flatMap((start) => start.cpu ?? []);
    return { name, cpuMs: cpu.length > 0 ? summarise(cpu) : null, ms: summarise(of.map(({ ms }) => ms)) };
  });
  const rows = found.map(({ name, cpuMs, ms }) => [
    name,
    cpuMs ? formatSummary(cpuMs) : '–',
    formatSummary(ms),
  ]);
  const text = [
    `Start · ${describeMachine()} · median (least–most) of ${ROUNDS}`,
    '',
    formatTable([['from the start to the page and a list', 'CPU, ms', 'time, ms'], ...rows]),
    '',
    whyNoCpu() ?? `Aim: under ${AIM_MS} ms of CPU with a build present.`,
    '',
  ].join('\n');
  return { text, data: { aimMs: AIM_MS, starts: found } };
}

async function startOnce([program, ...args]: readonly [string, ...string[]]): Promise<Start> {
  const begun = performance.now();
  const { PATH, HOME } = process.env;
  // A group of its own: npm does not pass a signal on to what it has started.
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH, HOME, PORT: String(PORT), HOST: '127.0.0.1' },
  });
  let said = '';
  child.stderr?.on('data', (chunk) => (said += String(chunk)));
  try {
    await answered(child, `http://127.0.0.1:${PORT}`, begun);
    const ms = performance.now() - begun;
    return { ms, cpu: whyNoCpu() ? null : cpuOf(child.pid ?? 0) / 1000 };
  } catch (error) {
    throw new Error(`it did not start: ${said}`, { cause: error });
  } finally {
    await end(child);
  }
}

async function answered(child: ChildProcess, origin: string, begun: number): Promise<void> {
  while (!(await isGood(`${origin}/demo/operations`))) {
    if (child.exitCode !== null) throw new Error(`the server ended with exit code ${child.exitCode}`);
    if (performance.now() - begun > FIRST_START_MS) throw new Error('the server did not start');
    await wait(KNOCK_MS);
  }
  if (!(await isGood(`${origin}/demo/api/v1/operations?sort=-submitted&limit=50`)))
    throw new Error('the server answered no list');
}

async function isGood(url: string): Promise<boolean> {
  // The page answers to those who want a page.
  return fetch(url, { headers: { accept: 'text/html,*/*' } }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );
}

function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.kill(-child.pid);
  return ended;
}
