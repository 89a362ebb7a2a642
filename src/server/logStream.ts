import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { startAnswer } from './answers.ts';
import type { Exchange } from './exchange.ts';
import { packerFor } from './packing.ts';
import { containsAny } from './tokenForms.ts';
import type { UpstreamAnswer } from './transport.ts';
import { checkJsonType, decodedBody, echoedToken, notJson, tooLarge } from './upstreamBody.ts';

const bytesOf = (characters: string): ReadonlySet<number | undefined> => new Set(Buffer.from(characters));
const BLANK = bytesOf(' \t\r\n');
const OPENING = bytesOf('[{');
const CLOSING = bytesOf(']}');
const isVisible = (byte: number) => !BLANK.has(byte);

type StreamOptions = {
  /** What must not stand in it. */
  readonly forms: readonly Buffer[];
  readonly headOnly: boolean;
  readonly headers: Readonly<Record<string, string | number>>;
  /** The longest log that is passed on, in bytes. */
  readonly maxBytes: number;
};

/** White space before a log's first visible byte, in bytes: more of it is no log. */
const LONGEST_BLANK = 64 * 1024;

/**
 * Streams a log, which may be tens of megabytes, holding no more than a chunk or two. The status goes out when the
 * first visible byte is JSON's. Throws a `Problem`, or the stream's own error when the log breaks off or does not end
 * as JSON does; if the answer has begun by then, the caller has to cut the connection, so that the client sees a cut.
 */
export async function streamLog(
  answer: UpstreamAnswer,
  res: ServerResponse,
  exchange: Exchange,
  { forms, headOnly, headers, maxBytes }: StreamOptions,
): Promise<void> {
  checkJsonType(answer);
  const packer = headOnly ? null : packerFor(res.req);
  const sink = packer ?? res;
  let last: number | undefined;
  let bytes = 0;
  try {
    for await (const piece of withoutToken(decodedBody(answer), forms)) {
      exchange.progress();
      bytes += piece.length;
      if (bytes > maxBytes) throw tooLarge();
      last = piece.findLast(isVisible) ?? last;
      // White space before JSON means nothing and may be left out.
      if (last === undefined && bytes > LONGEST_BLANK) throw notJson(answer);
      if (last === undefined) continue;
      if (!res.headersSent) {
        if (!OPENING.has(piece.find(isVisible))) throw notJson(answer);
        startAnswer(res, answer.status, { ...headers, ...(packer && { 'content-encoding': 'gzip' }) });
        packer?.pipe(res);
      }
      if (headOnly) break;
      if (!sink.write(piece)) await once(sink, 'drain', { signal: exchange.signal });
      exchange.progress();
    }
    if (!res.headersSent || !(headOnly || CLOSING.has(last))) throw notJson(answer);
    sink.end();
  } catch (error) {
    packer?.unpipe(res).destroy();
    throw error;
  }
}

/**
 * The same bytes in order, but never any form of the token: the end of each chunk is held back for as long as it could
 * be the beginning of one. Copies nothing but those ends: copies of a long log would pile up until they are collected.
 * Throws a `Problem` when one is complete.
 */
export async function* withoutToken(
  source: AsyncIterable<Uint8Array>,
  forms: readonly Buffer[],
): AsyncGenerator<Buffer> {
  const heldBytes = Math.max(1, ...forms.map((form) => form.length)) - 1;
  let held = Buffer.alloc(0);
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    // Across the seam, or within the chunk.
    const seam = Buffer.concat([held, bytes.subarray(0, heldBytes)]);
    if (containsAny(seam, forms) || containsAny(bytes, forms)) throw echoedToken();
    if (bytes.length < heldBytes) {
      const safe = Math.max(0, seam.length - heldBytes);
      if (safe > 0) yield seam.subarray(0, safe);
      held = seam.subarray(safe);
    } else {
      if (held.length > 0) yield held;
      const safe = bytes.length - heldBytes;
      if (safe > 0) yield bytes.subarray(0, safe);
      // A copy, so that a few bytes do not keep the whole chunk.
      held = Buffer.from(bytes.subarray(safe));
    }
  }
  if (held.length > 0) yield held;
}
