import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAsk, type Asked } from '../../src/server/testing/ask.ts';
import { serveFaultUpstream, type FaultUpstream } from '../../src/server/testing/faultUpstream.ts';
import { SENTINEL } from '../../src/server/testing/serve.ts';
import { serveTls, type TlsUpstream } from './tlsUpstream.ts';

/** The three ways in which the proxy is run: the Vite dev server, Vite's preview and `npm start`. */
export const HOME_NAMES = ['dev', 'preview', 'built'] as const;
export type HomeName = (typeof HOME_NAMES)[number];

/** A home under attack: a process of its own in front of hostile upstreams in this one. */
export type Home = {
  readonly name: HomeName;
  readonly port: number;
  /** Behind `production`. */
  readonly upstream: FaultUpstream;
  /** Behind `sandbox`. */
  readonly tls: TlsUpstream;
  /** The file with the token of `sandbox`. */
  readonly tokenFile: string;
  /** Sends hand-written requests; without headers under the home's own name. */
  readonly ask: (
    target: string,
    headers?: readonly string[],
    options?: { readonly method?: string; readonly version?: string },
  ) => Promise<Asked>;
  /** Everything it has printed. */
  readonly output: () => string;
  /** Asks the process itself (see `probe.mjs`). */
  readonly probe: (question: Probe) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

type Probe = 'variables' | 'memory-start' | 'memory-peak';

/** The token of `sandbox` at first. */
export const FILE_SENTINEL = `${SENTINEL}/file-one`;
/** As long as a busy machine may take. In ms. */
export const START_MS = 60_000;

const here = import.meta.dirname;
const PROBE = ['--expose-gc', '--import', path.join(here, 'probe.mjs')];
const authority = path.join(here, 'certificates', 'authority.pem');

/** Starts a home on free ports, from what `build.mjs` has built into a folder. Throws when it does not start. */
export async function openHome(name: HomeName, built: string): Promise<Home> {
  const folder = mkdtempSync(path.join(tmpdir(), `toloka-${name}-`));
  const tokenFile = path.join(folder, 'token');
  writeFileSync(tokenFile, FILE_SENTINEL, { mode: 0o600 });
  const upstream = await serveFaultUpstream();
  const tls = await serveTls();
  const script =
    name === 'built'
      ? [path.join(built, 'server', 'server.js'), '--log']
      : [path.join(here, 'vite.mjs'), name, built];
  const child = spawn(process.execPath, [...PROBE, ...script], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      NO_COLOR: '1',
      TOLOKA_TOKEN: SENTINEL,
      TOLOKA_URL: upstream.origin,
      TOLOKA_SANDBOX_TOKEN_FILE: tokenFile,
      TOLOKA_SANDBOX_URL: tls.origin,
      NODE_EXTRA_CA_CERTS: authority,
      // As `vite --debug` sets it.
      ...(name !== 'built' && { DEBUG: 'vite:*' }),
    },
  });
  const { output, port } = await listening(child);
  return {
    name,
    port,
    upstream,
    tls,
    tokenFile,
    output,
    ask: createAsk(() => port),
    probe: (question) => probe(child, question),
    close: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      await Promise.all([upstream.close(), tls.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

async function listening(child: ChildProcess): Promise<{ output: () => string; port: number }> {
  const chunks: string[] = [];
  const output = () => chunks.join('');
  const port = await new Promise<number>((resolve, reject) => {
    let listens = false;
    const read = (chunk: unknown) => {
      chunks.push(String(chunk));
      if (listens) return;
      const found = /^(?:Toloka Operations|Listening): http:\/\/127\.0\.0\.1:(\d+)$/m.exec(output())?.[1];
      listens = found !== undefined;
      if (found) resolve(Number(found));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`a home did not start: ${output()}`)));
  });
  return { output, port };
}

async function probe(child: ChildProcess, question: Probe): Promise<unknown> {
  const answered = new Promise((resolve) => {
    child.once('message', (message: { answer: unknown }) => resolve(message.answer));
  });
  child.send(question);
  return answered;
}
