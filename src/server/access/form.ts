import type { IncomingMessage } from 'node:http';
import { Problem } from '../problem.ts';
import { SIGN_IN_PATH, SIGN_OUT_PATH } from './signInPage.ts';

/** A key and a path to return to: a list's address may be long. In bytes. */
const LONGEST_FORM = 64 * 1024;

/** Reads a form that a browser posted. Throws a `Problem` when it is none or too long. */
export async function readForm(req: IncomingMessage): Promise<URLSearchParams> {
  const type = (req.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw malformed('The form is not one of this page.');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_FORM) throw malformed('The form is too long.');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function malformed(message: string): Problem {
  return new Problem('MALFORMED_REQUEST', message, { headers: { connection: 'close' } });
}

/**
 * A path of this server to lead on to; `/` for whatever is none (`//evil.example`, `/\evil.example`), which would lead
 * people who trust this address elsewhere. `own`: this server's origin.
 */
export function pathWithin(wish: string | null, own: string): string {
  if (wish === null || !wish.startsWith('/') || !URL.canParse(wish, own)) return '/';
  const { origin, pathname, search } = new URL(wish, own);
  return origin === own && pathname !== SIGN_IN_PATH && pathname !== SIGN_OUT_PATH ? pathname + search : '/';
}
