import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { warpNodeSource } from './warp.ts';

/** What a process holds after a collection: bytes, and how many handles, timers and requests are open, by kind. */
export type Held = {
  readonly rss: number;
  readonly heap: number;
  readonly external: number;
  readonly handles: number;
  readonly kinds: Readonly<Record<string, number>>;
};

export type ServerProcess = {
  readonly origin: string;
  readonly held: () => Promise<Held>;
  /** What it has written to stderr, which a server in order does not. */
  readonly complaints: () => string;
  /** Ends it, and tells its exit code: 0 when it stopped in order. */
  readonly stop: () => Promise<number | null>;
};

/**
 * V8 without its compilers: over half an hour they turn more and more code into machine code, which would look as if
 * something were not given back.
 */
export const NO_COMPILERS = ['--no-opt', '--no-maglev', '--no-sparkplug'] as const;

/** Loaded before the server: tells what it holds when it is asked. */
const PROBE = `
process.on('message', () => {
  gc(); gc();
  const { rss, heapUsed: heap, external } = process.memoryUsage();
  const resources = process.getActiveResourcesInfo();
  const kinds = {};
  for (const kind of resources) kinds[kind] = (kinds[kind] ?? 0) + 1;
  process.send({ rss, heap, external, handles: resources.length, kinds });
});
process.channel.unref();
`;

/** Starts the built server as `npm start` runs it, but with a clock `factor` times as fast, before this upstream. */
export async function startServer(upstream: string, factor: number): Promise<ServerProcess> {
  const preload = `data:text/javascript,${encodeURIComponent(warpNodeSource(factor) + PROBE)}`;
  const child = spawn(
    process.execPath,
    ['--expose-gc', ...NO_COMPILERS, '--import', preload, path.resolve('dist/server/server.js')],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { PATH: process.env['PATH'], PORT: '0', TOLOKA_TOKEN: 'demo', TOLOKA_URL: upstream },
    },
  );
  let complaints = '';
  child.stderr?.on('data', (chunk) => (complaints += String(chunk)));
  const origin = await originOf(child).catch((error: unknown) => {
    throw new Error(`the server did not start: ${complaints}`, { cause: error });
  });
  return {
    origin,
    held: () =>
      new Promise((resolve, reject) => {
        const ended = () => reject(new Error(`the server has ended: ${complaints}`));
        child.once('exit', ended);
        child.once('message', (held) => {
          child.off('exit', ended);
          resolve(held as Held);
        });
        child.send('held?');
      }),
    complaints: () => complaints,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}

function originOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`exit code ${code}`)));
    child.stdout?.on('data', (chunk) => {
      const [origin] = /http:\/\/[^\s/]+/.exec(String(chunk)) ?? [];
      if (origin) resolve(origin);
    });
  });
}
