import { createServer } from 'node:net';

/** How many ports above the wish are tried before any will do. */
const NEIGHBOURS = 20;

/** Whether nothing listens on a port of the host, tried by listening there for a moment. Never throws. */
export function isPortFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port that is free right now, as near above the taken one as can be; null when there is none. */
export async function freePort(host: string, taken: number): Promise<number | null> {
  for (let port = taken + 1; port <= Math.min(taken + NEIGHBOURS, 65_535); port += 1) {
    if (await isPortFree(host, port)) return port;
  }
  return null;
}
