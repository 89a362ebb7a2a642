import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Emulator } from './emulator.ts';

/** The only address that the emulator listens at: its control API asks for no token. */
const HOST = '127.0.0.1';
/** The largest request body that is read (control API); API requests have none. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

export type EmulatorServer = {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Stops listening and cuts what is still open. */
  readonly close: () => Promise<void>;
};

/**
 * Serves an emulator over HTTP on loopback. Port 0 takes any free one. Rejects when it cannot listen (`EADDRINUSE`).
 */
export async function serveEmulator(
  emulator: Pick<Emulator, 'fetch'>,
  port: number,
): Promise<EmulatorServer> {
  const server = createServer((incoming, outgoing) => void exchange(emulator, incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  return {
    origin: `http://${HOST}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function exchange(
  emulator: Pick<Emulator, 'fetch'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const abort = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) abort.abort();
  });
  try {
    const request = await toRequest(incoming, abort.signal);
    if (request) await send(await emulator.fetch(request), outgoing, request.method === 'HEAD');
    else outgoing.writeHead(400).end();
  } catch {
    // The client left, or a body was meant to break off: either way it must look like a cut connection.
    outgoing.destroy();
  }
}

/** The same request in web terms, or null when it cannot be one. Its path is taken as sent, never normalised away. */
async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request | null> {
  const target = incoming.url ?? '';
  if (!target.startsWith('/') || !URL.canParse(`http://${HOST}${target}`)) return null;
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const method = incoming.method ?? 'GET';
  if (['CONNECT', 'TRACE', 'TRACK'].includes(method)) return null;
  const body = method === 'GET' || method === 'HEAD' ? null : await bodyOf(incoming);
  return new Request(`http://${HOST}${target}`, { method, headers, body, signal });
}

async function bodyOf(incoming: IncomingMessage): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw new RangeError('the request body is too large');
    chunks.push(chunk);
  }
  return new Blob(chunks as BlobPart[]).arrayBuffer();
}

async function send(response: Response, outgoing: ServerResponse, headOnly: boolean): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body || headOnly) {
    outgoing.end();
    return;
  }
  const reader = response.body.getReader();
  const cancel = () => void reader.cancel().catch(() => undefined);
  outgoing.once('close', cancel);
  for (;;) {
    const { done, value } = await reader.read();
    if (done || outgoing.destroyed) break;
    if (!outgoing.write(value)) await drained(outgoing);
  }
  outgoing.off('close', cancel);
  outgoing.end();
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      outgoing.off('drain', go);
      outgoing.off('close', go);
      resolve();
    };
    outgoing.on('drain', go);
    outgoing.on('close', go);
  });
}
