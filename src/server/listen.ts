import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Against slow and greedy clients (proxy-study, row 13). Times in ms. */
const SERVER_OPTIONS = {
  // A list's address may be long; the page itself says what of it cannot be understood. In bytes.
  maxHeaderSize: 512 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 5_000,
  // Longer than the list's polls of 5 s: a connection must not be closed at the moment at which it is used again.
  keepAliveTimeout: 12_000,
} as const;
const MAX_CONNECTIONS = 256;
/** How long answers in flight may take to end when the server stops, in ms. */
const GRACE_MS = 8_000;

export type Listening = {
  /** Where the server answers, for a browser. */
  readonly url: string;
  /** Stops: no new connections, answers in flight end (after 8 s they are cut). */
  readonly close: () => Promise<void>;
};

/**
 * Starts an HTTP server; resolves once it answers. Rejects with node's error (`EADDRINUSE`, `EACCES` …) when it cannot
 * listen.
 */
export async function listen(listener: RequestListener, host: string, port: number): Promise<Listening> {
  const server = createServer(SERVER_OPTIONS, listener);
  server.maxConnections = MAX_CONNECTIONS;
  server.on('upgrade', (_, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const name = host.includes(':') ? `[${host}]` : host;
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://${name}:${actual}`, close: () => stop(server) };
}

async function stop(server: Server): Promise<void> {
  // A connection that becomes idle after `close` would otherwise be kept for as long as the client likes.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearInterval(sweep);
  clearTimeout(cut);
}
