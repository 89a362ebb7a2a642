import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { CONNECTION_LIMITS, MAX_CONNECTIONS } from './connectionLimits.ts';

/** How long answers in flight may take to end when the server stops, in ms. */
const GRACE_MS = 7_000;

export type Listening = {
  /** Where the server answers, for a browser on this machine. */
  readonly url: string;
  /** Stops: no new connections nor requests, answers in flight end; what has not ended after 7 s is cut. */
  readonly close: () => Promise<void>;
};

/**
 * Starts an HTTP server; resolves once it answers. Rejects with node's error (`EADDRINUSE`, `EACCES` …) when it cannot
 * listen.
 */
export async function listen(listener: RequestListener, host: string, port: number): Promise<Listening> {
  const sockets = new Set<Socket>();
  const inFlight = new Set<ServerResponse>();
  let stopping = false;
  const server = createServer(CONNECTION_LIMITS, (req, res) => {
    // It crossed the end of its connection: a balancer may still give it to another replica.
    if (stopping) return req.socket.destroy();
    inFlight.add(res);
    res.once('close', () => inFlight.delete(res));
    listener(req, res);
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.on('upgrade', (_, socket) => socket.destroy());
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const name = host.includes(':') ? `[${host}]` : host;
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${name}:${actual}`,
    async close() {
      stopping = true;
      // Whoever gets an answer now is told not to send a further request this way.
      for (const res of inFlight) res.shouldKeepAlive = false;
      // Node itself would wait for connections that browsers open ahead of need and that have asked nothing yet.
      const endIdle = () => {
        const busy = new Set([...inFlight].map((res) => res.socket));
        for (const socket of sockets) if (!busy.has(socket)) socket.destroySoon();
      };
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      endIdle();
      const sweep = setInterval(endIdle, 50);
      const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearInterval(sweep);
      clearTimeout(cut);
    },
  };
}
