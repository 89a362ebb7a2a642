import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MACHINE_ONLY, type Config } from '../config.ts';
import type { Limits } from '../limits.ts';
import { createApplication } from '../main.ts';
import { Secret } from '../secret.ts';

/** A server on a free loopback port. */
export type Served = { readonly port: number; readonly origin: string; readonly close: () => Promise<void> };

/** Serves a listener; closing cuts whatever is still open. */
export async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What tests look for wherever it must not be. Its characters change under URL encoding and JSON's escapes. */
export const SENTINEL = 'SENTINEL-token/Zm9v+123456789';

/** Short enough for tests, long enough for a busy machine. In ms and bytes. */
export const TEST_LIMITS: Partial<Limits> = {
  connectMs: 1_000,
  headersMs: 1_000,
  totalMs: 1_500,
  maxBytes: 64 * 1024,
  logIdleMs: 800,
  logTotalMs: 60_000,
};

/** Serves the proxy in front of an upstream, as `production` with the sentinel token. */
export async function serveProxy(
  upstreamOrigin: string,
  limits: Partial<Limits> = TEST_LIMITS,
): Promise<Served> {
  return serveEnvironments([{ ...PRODUCTION, origin: upstreamOrigin }], limits);
}

/** `production` as `serveProxy` has it, but for its origin. */
export const PRODUCTION = {
  kind: 'remote',
  name: 'production',
  scheme: 'OAuth',
  token: new Secret(SENTINEL),
} as const;

/** Serves the proxy in front of environments; what is not its own is answered with 299. */
export async function serveEnvironments(
  environments: Config['environments'],
  limits: Partial<Limits>,
): Promise<Served> {
  const application = createApplication({ ...MACHINE_ONLY, environments }, { limits });
  const served = await serve((req, res) =>
    application.handler(req, res, () => res.writeHead(299, { 'x-next': '1' }).end('next')),
  );
  return {
    ...served,
    close: async () => {
      await served.close();
      await application.close();
    },
  };
}
