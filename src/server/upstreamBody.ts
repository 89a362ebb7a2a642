import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Problem } from './problem.ts';
import { containsAny } from './tokenForms.ts';
import type { UpstreamAnswer } from './transport.ts';

/**
 * What the proxy asks for in `accept-encoding`. Gzip saves nine tenths of a log on the way here; it is decoded at once,
 * in bounded steps, because only a decoded answer can be checked.
 */
export const ACCEPTED_ENCODING = 'gzip';

/** Throws a `Problem` unless the answer says that it is JSON. A gateway in front of the API can answer with HTML. */
export function checkJsonType(answer: UpstreamAnswer): void {
  const type = answer.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(type)) throw notJson(answer);
}

/** The problem of an answer that is not JSON, with the upstream's own status and Retry-After for whoever polls. */
export function notJson(answer: UpstreamAnswer): Problem {
  return new Problem(
    'UPSTREAM_NOT_JSON',
    `The API answered with status ${answer.status} and something that is not valid JSON.`,
    { headers: retryAfter(answer), payload: { status: answer.status } },
  );
}

/** The answer's Retry-After as a header to pass on, when there is one and it has the form of one. */
export function retryAfter(answer: UpstreamAnswer): { readonly 'retry-after'?: string } {
  const value = answer.header('retry-after');
  return value !== null && /^[\w :,-]{1,64}$/.test(value) ? { 'retry-after': value } : {};
}

/** The answer's body, decoded. Throws a `Problem` for an encoding that was not asked for. */
export function decodedBody(answer: UpstreamAnswer): Readable {
  // An error is met by whoever reads; this keeps one that comes after the reading ended from ending the process.
  answer.body.on('error', ignoreUnread);
  const encoding = answer.header('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return answer.body;
  if (encoding !== 'gzip' && encoding !== 'x-gzip') throw notJson(answer);
  // `pipeline` passes an error of the source on to the one that is read.
  return pipeline(answer.body, createGunzip(), ignoreUnread);
}

function ignoreUnread(): void {
  // Deliberately nothing, see above.
}

/** Lets go of an answer that nobody will read. */
export function leaveUnread(answer: UpstreamAnswer): void {
  answer.body.on('error', ignoreUnread).destroy();
}

/** Throws a `Problem` for statuses that are no answer: redirects, which are never followed, and oddities. */
export function checkStatus({ status }: UpstreamAnswer): void {
  if (status >= 300 && status < 400) {
    throw new Problem(
      'UPSTREAM_REDIRECT',
      'The API sent a redirect, which is not followed, so that the token stays here. Check the configured URL.',
      { payload: { status } },
    );
  }
  if (status < 200 || status > 599) {
    throw new Problem('UPSTREAM_NOT_JSON', 'The API answered with a status that does not exist in HTTP.');
  }
}

/**
 * Reads a whole answer of at most `maxBytes` and checks that it is JSON without the token in it. Throws a `Problem`,
 * or the stream's own error when the answer breaks off.
 */
export async function readChecked(
  answer: UpstreamAnswer,
  maxBytes: number,
  forms: readonly Buffer[],
): Promise<{ readonly body: Buffer; readonly value: unknown }> {
  checkJsonType(answer);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decodedBody(answer) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
  }
  const body = Buffer.concat(chunks, size);
  const parsed = parseJson(body);
  if (!parsed) throw notJson(answer);
  if (containsAny(body, forms)) throw echoedToken();
  return { body, value: parsed.value };
}

/** The problem of an answer that is longer than any honest one. */
export function tooLarge(): Problem {
  return new Problem('UPSTREAM_TOO_LARGE', 'The API answered with more than fits here. Ask for fewer rows.');
}

/** The problem of an answer that holds the token. */
export function echoedToken(): Problem {
  return new Problem(
    'UPSTREAM_ECHOED_TOKEN',
    'The API sent the access token back in its answer, so the answer was withheld.',
  );
}

function parseJson(body: Buffer): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) };
  } catch {
    return null;
  }
}
