import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { startAnswer } from './answers.ts';
import type { Exchange } from './exchange.ts';
import { containsAny } from './tokenForms.ts';
import type { UpstreamAnswer } from './transport.ts';
import { checkJsonType, decodedBody, echoedToken, notJson } from './upstreamBody.ts';

const bytesOf = (characters: string): ReadonlySet<number | undefined> => new Set(Buffer.from(characters));
const BLANK = bytesOf(' \t\r\n');
const OPENING = bytesOf('[{');
const CLOSING = bytesOf(']}');
const isVisible = (byte: number) => !BLANK.has(byte);

/**
 * Streams a log, which may be tens of megabytes, holding no more than a chunk or two. The status goes out when the
 * first visible byte is JSON's. Throws a `Problem`, or the stream's own error when the log breaks off or does not end
 * as JSON does; if the answer has begun by then, the caller has to cut the connection, so that the client sees a cut.
 */
export async function streamLog(
  answer: UpstreamAnswer,
  res: ServerResponse,
  exchange: Exchange,
  { forms, headOnly }: { readonly forms: readonly Buffer[]; readonly headOnly: boolean },
): Promise<void> {
  checkJsonType(answer);
  let last: number | undefined;
  for await (const piece of withoutToken(decodedBody(answer), forms)) {
    exchange.progress();
    last = piece.findLast(isVisible) ?? last;
    // White space before JSON means nothing and may be left out.
    if (last === undefined) continue;
    if (!res.headersSent) {
      if (!OPENING.has(piece.find(isVisible))) throw notJson(answer);
      startAnswer(res, answer.status);
    }
    if (headOnly) break;
    if (!res.write(piece)) await once(res, 'drain', { signal: exchange.signal });
    exchange.progress();
  }
  if (!res.headersSent || !(headOnly || CLOSING.has(last))) throw notJson(answer);
  res.end();
}

/**
 * The same bytes in order, but never any form of the token: the end of each chunk is held back for as long as it could
 * be the beginning of one. Throws a `Problem` when one is complete.
 */
async function* withoutToken(
  source: AsyncIterable<Uint8Array>,
  forms: readonly Buffer[],
): AsyncGenerator<Buffer> {
  const heldBytes = Math.max(1, ...forms.map((form) => form.length)) - 1;
  let held = Buffer.alloc(0);
  for await (const chunk of source) {
    const bytes = Buffer.concat([held, chunk]);
    if (containsAny(bytes, forms)) throw echoedToken();
    const safe = Math.max(0, bytes.length - heldBytes);
    held = bytes.subarray(safe);
    if (safe > 0) yield bytes.subarray(0, safe);
  }
  if (held.length > 0) yield held;
}
