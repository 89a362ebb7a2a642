import type { Server } from 'node:http';

/** Against slow and greedy clients (proxy-study, row 13), as `createServer` takes them. Times in ms. */
export const CONNECTION_LIMITS = {
  // A list's address may be long; the page itself says what of it cannot be understood. In bytes.
  maxHeaderSize: 512 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 5_000,
  // Longer than the list's polls of 5 s: a connection must not be closed at the moment at which it is used again.
  keepAliveTimeout: 12_000,
} as const;

/** 200 people with a page open hold one to six connections each while it loads. */
export const MAX_CONNECTIONS = 1024;

/** The same for a server that Vite has made, as far as it can be set afterwards. */
export function limitConnections(server: Server): void {
  const { headersTimeout, requestTimeout, keepAliveTimeout } = CONNECTION_LIMITS;
  Object.assign(server, {
    headersTimeout,
    requestTimeout,
    keepAliveTimeout,
    maxConnections: MAX_CONNECTIONS,
  });
}
