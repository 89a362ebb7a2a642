import { addAbortSignal, Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { errorCode, UpstreamError, type Transport } from './transport.ts';

/** What the emulator offers, and anything else that answers a `Request` without a socket. */
export type Fetch = (request: Request) => Promise<Response>;

/** Host of requests that never leave the process (`.invalid` is reserved: RFC 2606). */
const ORIGIN = 'http://in-process.invalid';

/** A transport to something in this process. A signal is obeyed even when `fetch` itself does not look at it. */
export function createFetchTransport(fetch: Fetch): Transport {
  return {
    async send({ path, headers, signal }) {
      try {
        const request = new Request(ORIGIN + path, { headers: { ...headers }, signal, redirect: 'manual' });
        const response = await Promise.race([fetch(request), rejectOnAbort(signal)]);
        const { body } = response;
        return {
          status: response.status,
          header: (name) => response.headers.get(name),
          // lib.dom's and node's types of the same class differ in details that do not matter here.
          body: addAbortSignal(signal, body ? Readable.fromWeb(body as ReadableStream) : Readable.from([])),
        };
      } catch (error) {
        throw signal.aborted ? signal.reason : new UpstreamError(errorCode(error));
      }
    },
    close: () => Promise.resolve(),
  };
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
