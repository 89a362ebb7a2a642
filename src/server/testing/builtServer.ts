import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createBuilder } from 'vite';

/** The server as the real `vite.config.ts` builds it, to be run as processes of its own, with a page of one line. */
export type BuiltServer = {
  /** Starts it with nothing of this process' environment but `PATH`. */
  readonly run: (env: Readonly<Record<string, string>>, flags?: readonly string[]) => Run;
  /** As `run`, and waits for the address that it prints. Throws when it ends instead. */
  readonly start: (env: Readonly<Record<string, string>>, flags?: readonly string[]) => Promise<Started>;
  /** Ends all that is still running and removes the build. */
  readonly close: () => void;
};

export type Run = {
  readonly child: ChildProcess;
  readonly output: () => { readonly out: string; readonly err: string };
  /** Exit code and signal, once its output is complete. */
  readonly ended: Promise<readonly [code: number | null, signal: string | null]>;
};

export type Started = Run & { readonly url: URL };

/** Builds it into a folder of its own inside the project, so that it finds its packages. */
export async function buildServer(): Promise<BuiltServer> {
  const cache = path.join(process.cwd(), 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const dist = mkdtempSync(path.join(cache, 'toloka-server-'));
  const ssr = { build: { outDir: path.join(dist, 'server'), emptyOutDir: true } };
  const builder = await createBuilder({ logLevel: 'error', environments: { ssr } });
  if (builder.environments['ssr']) await builder.build(builder.environments['ssr']);
  mkdirSync(path.join(dist, 'client'));
  const metas = ['toloka-environments', 'toloka-sign-out', 'toloka-start'].map(
    (name) => `<meta name="${name}" content="" />`,
  );
  writeFileSync(path.join(dist, 'client', 'index.html'), `<title>The page</title>${metas.join('')}`);

  const children: ChildProcess[] = [];
  const run: BuiltServer['run'] = (env, flags = []) => {
    const child = spawn(process.execPath, [path.join(dist, 'server', 'server.js'), ...flags], {
      env: { PATH: process.env['PATH'], ...env },
    });
    children.push(child);
    return watch(child);
  };
  return {
    run,
    async start(env, flags) {
      const running = run(env, flags);
      return { ...running, url: await addressOf(running) };
    },
    close() {
      for (const child of children) child.kill('SIGKILL');
      rmSync(dist, { recursive: true, force: true });
    },
  };
}

/** Runs Vite as `npm run dev` and `npm run preview` do, with nothing of this process' environment but `PATH`. */
export function runVite(flags: readonly string[], env: Readonly<Record<string, string>>): Run {
  const script = path.join('node_modules', 'vite', 'bin', 'vite.js');
  const variables = { PATH: process.env['PATH'], NO_COLOR: '1', ...env };
  return watch(spawn(process.execPath, [script, ...flags], { env: variables }));
}

/** Collects what a process prints. */
function watch(child: ChildProcess): Run {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => (out += String(chunk)));
  child.stderr?.on('data', (chunk) => (err += String(chunk)));
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  return { child, output: () => ({ out, err }), ended };
}

async function addressOf({ child, output, ended }: Run): Promise<URL> {
  if (child.stdout) await Promise.race([once(child.stdout, 'data'), ended]);
  const address = /^Toloka Operations: (https?:\S+)\n/.exec(output().out)?.[1];
  if (!address) throw new Error(`did not start: ${JSON.stringify(output())}`);
  return new URL(address);
}
