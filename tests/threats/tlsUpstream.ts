import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** An upstream over TLS whose certificate can be exchanged, and what was told to it. */
export type TlsUpstream = {
  readonly origin: string;
  /** `self-signed`: of nobody known. `wrong-name`: of another name, by a trusted authority. `good`: as it should be. */
  readonly use: (certificate: 'self-signed' | 'wrong-name' | 'good') => void;
  /** The `Authorization` headers that came. */
  readonly received: string[];
  /** Answers that are to be given before the usual one: statuses. */
  readonly statuses: number[];
  /** Does something, once, before the next answer. */
  readonly meanwhile: (work: () => void) => void;
  readonly close: () => Promise<void>;
};

/** Starts one, at first with the self-signed certificate. The keys in `certificates/` are nobody's but the tests'. */
export async function serveTls(): Promise<TlsUpstream> {
  const received: string[] = [];
  const statuses: number[] = [];
  let work: (() => void) | undefined;
  const pem = (name: string) => {
    const text = readFileSync(path.join(import.meta.dirname, 'certificates', `${name}.pem`));
    return { key: text, cert: text };
  };
  const server = createServer(pem('self-signed'), (req, res) => {
    received.push(req.headers.authorization ?? '');
    work?.();
    work = undefined;
    res.writeHead(statuses.shift() ?? 200, { 'content-type': 'application/json' }).end('{"items":[]}');
  });
  // A client that does not trust the certificate ends the connection: that is what is wanted.
  server.on('tlsClientError', (error) => void error);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    use: (certificate) => server.setSecureContext(pem(certificate)),
    received,
    statuses,
    meanwhile: (next) => {
      work = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
