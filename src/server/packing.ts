import type { IncomingMessage } from 'node:http';
import { constants, createGzip, gzipSync, type Gzip } from 'node:zlib';
import { isLoopback } from './settings.ts';

/** A body shorter than this fits into one packet either way. In bytes. */
const WORTHWHILE = 1400;
/** Above this, quick matters more than small: this thread answers everybody. In bytes. */
const LARGE = 256 * 1024;

type Packable = { readonly body: string | Buffer };

/** Answers that are kept go out many times, and are packed once. */
const packed = new WeakMap<Packable, Buffer>();

/** An answer's body as gzip where the client takes it and it pays; null to send it as it is. */
export function packedBody(req: IncomingMessage, answer: Packable): Buffer | null {
  if (Buffer.byteLength(answer.body) < WORTHWHILE || !takesGzip(req)) return null;
  const known = packed.get(answer) ?? gzipSync(answer.body, { level: answer.body.length > LARGE ? 1 : 4 });
  packed.set(answer, known);
  return known;
}

/**
 * What packs a log on its way out, each piece at once, so that none waits for the next; null to send it as it is. Within
 * this machine packing forty megabytes would only take time: a proxy there (`deploy/nginx.conf`) packs for the line.
 */
export function packerFor(req: IncomingMessage): Gzip | null {
  const peer = (req.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  if (isLoopback(peer) || !takesGzip(req)) return null;
  return createGzip({ level: 1, flush: constants.Z_SYNC_FLUSH });
}

/** Whether the client names gzip, or anything, without refusing it (RFC 9110, 12.5.3). */
export function takesGzip(req: IncomingMessage): boolean {
  const offers = (req.headers['accept-encoding'] ?? '').split(',').map((offer) => offer.trim().toLowerCase());
  const weightOf = (name: string) => {
    const offer = offers.find((each) => each === name || each.startsWith(`${name};`));
    if (offer === undefined) return null;
    return Number(/;\s*q=([\d.]+)/.exec(offer)?.[1] ?? 1);
  };
  return (weightOf('gzip') ?? weightOf('*') ?? 0) > 0;
}
