import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { MACHINE_ONLY, type Config } from '../../src/server/config.ts';
import { createApplication } from '../../src/server/main.ts';

/** An answer, the same for every harness. */
export type ContractAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
};

/** One way to reach an implementation of the API. */
export type Harness = {
  readonly name: string;
  /** Asks for a path below the origin (`/api/v1/operations?limit=1`) with a valid token, unless `headers` hold another. */
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<ContractAnswer>;
  /** Whether it is ours: then it must also refuse what the reference leaves open, and hold every kind of operation. */
  readonly ours: boolean;
  /** Whether the client's own `Authorization` counts. */
  readonly readsAuthorization: boolean;
  readonly close: () => Promise<void>;
};

/** The moment at which the emulator stands still, so that pages do not move under the battery. */
const NOW = Date.UTC(2026, 9, 20, 12, 0, 0, 0);
const emulator = () => createEmulator({ now: () => NOW, rateLimit: null });

async function read(response: Response): Promise<ContractAnswer> {
  return { status: response.status, headers: response.headers, json: (await response.json()) as unknown };
}

/** The emulator, asked directly: no socket, no proxy. */
export function emulatorHarness(): Promise<Harness> {
  const { fetch } = emulator();
  return Promise.resolve({
    name: 'the emulator',
    ours: true,
    readsAuthorization: true,
    get: async (path, more) => {
      const headers = { authorization: 'OAuth demo', ...more };
      return read(await fetch(new Request(`http://emulator.invalid${path}`, { headers })));
    },
    close: () => Promise.resolve(),
  });
}

/** The emulator behind the proxy, over a real socket. */
export async function proxyHarness(): Promise<Harness> {
  const config: Config = { ...MACHINE_ONLY, environments: [{ kind: 'emulator', name: 'demo' }] };
  const application = createApplication(config, { emulator: emulator() });
  const server = createServer((req, res) => application.handler(req, res, () => res.writeHead(404).end()));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    name: 'the emulator through the proxy',
    ours: true,
    readsAuthorization: false,
    get: async (path, headers = {}) => read(await fetch(`http://127.0.0.1:${port}/demo${path}`, { headers })),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await application.close();
    },
  };
}

/** A real account, by the variables that the server reads; read only, a few dozen GETs. */
export function accountHarness(env: NodeJS.ProcessEnv): Promise<Harness> {
  const token = accountToken(env);
  const origin = env['TOLOKA_URL'] || 'https://toloka.dev';
  const scheme = env['TOLOKA_AUTH_SCHEME'] || 'OAuth';
  // `fetch` would quote a malformed header, token and all, in its error.
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Error('TOLOKA_CONTRACT_TOKEN or TOLOKA_TOKEN is no token');
  return Promise.resolve({
    name: 'a real account',
    ours: false,
    readsAuthorization: true,
    get: async (path, more) => {
      const headers = { authorization: `${scheme} ${token}`, accept: 'application/json', ...more };
      return read(await fetch(new URL(path, origin), { headers, redirect: 'error' }));
    },
    close: () => Promise.resolve(),
  });
}

/** The token of the account to test with; empty when there is none. */
export function accountToken(env: NodeJS.ProcessEnv): string {
  return (env['TOLOKA_CONTRACT_TOKEN'] || env['TOLOKA_TOKEN'] || '').trim();
}
