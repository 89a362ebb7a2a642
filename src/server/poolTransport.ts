import type { Socket } from 'node:net';
import { buildConnector, errors, Pool } from 'undici';
import { errorCode, UpstreamError, type Transport } from './transport.ts';

/** Enough for a team's polls; Toloka allows 300 requests a second. */
const CONNECTIONS = 16;
/** For logs, apart: readers of many long logs must not hold up everybody's polls. More of them wait their turn. */
const LOG_CONNECTIONS = 8;

/**
 * A transport over the network to one origin, with connections kept alive. It sends a GET again, once, when a kept
 * connection turns out to have died before any byte of the answer; nothing else is ever repeated. Redirects are
 * answers like any other, never followed. `connectMs`: time to get a connection, in ms.
 */
export function createPoolTransport(origin: string, connectMs: number): Transport {
  const staleErrors = new WeakSet<Error>();
  const connect = buildConnector({ timeout: connectMs });
  const options: Pool.Options = {
    // The proxy's own deadlines are exact and cover queueing too.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect(options, callback) {
      connect(options, (...result) => {
        const socket = result[1];
        // Runs before undici's own listener, which then fails the request with this very error.
        if (socket) socket.on('error', (error) => markStale(socket, error, staleErrors));
        callback(...result);
      });
    },
  };
  const answers = new Pool(origin, { ...options, connections: CONNECTIONS });
  const logs = new Pool(origin, { ...options, connections: LOG_CONNECTIONS });

  return {
    async send({ path, headers, streamed, signal }) {
      const pool = streamed ? logs : answers;
      const once = () => pool.request({ method: 'GET', path, headers: { ...headers }, signal });
      try {
        const answer = await once().catch((error: unknown) => {
          if (signal.aborted || !isStale(error, staleErrors)) throw error;
          return once();
        });
        return {
          status: answer.statusCode,
          header: (name) => {
            const value = answer.headers[name];
            return Array.isArray(value) ? value.join(', ') : (value ?? null);
          },
          body: answer.body,
        };
      } catch (error) {
        throw signal.aborted ? signal.reason : new UpstreamError(errorCode(error));
      }
    },
    close: async () => {
      await Promise.all([answers.destroy(), logs.destroy()]);
    },
  };
}

/** A connection that has carried an answer before and then failed was kept too long; a fresh one that fails is down. */
function markStale(socket: Socket, error: Error, staleErrors: WeakSet<Error>): void {
  if (socket.bytesRead > 0 && /^(?:ECONNRESET|EPIPE)$/.test(errorCode(error))) staleErrors.add(error);
}

function isStale(error: unknown, staleErrors: WeakSet<Error>): boolean {
  if (!(error instanceof Error)) return false;
  if (staleErrors.has(error)) return true;
  // The same class stands for an answer that cannot be understood (101), which is an answer all the same.
  const closed = error instanceof errors.SocketError && error.message === 'other side closed';
  return closed && (error.socket?.bytesRead ?? 0) > 0;
}
