import type { ServerResponse } from 'node:http';
import { packedBody } from './packing.ts';
import type { Problem } from './problem.ts';

/**
 * Every header of every answer under `/api`, and nothing of the upstream's but Retry-After: no Set-Cookie, no
 * Access-Control-Allow-Origin, no WWW-Authenticate (a Basic challenge would make the browser ask for a password).
 */
const ANSWER_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
} as const;

type Headers = Readonly<Record<string, string | number>>;

/** A whole answer, ready to be sent to any number of clients. */
export type Answer = { readonly status: number; readonly body: string | Buffer; readonly headers?: Headers };

/** An answer of an environment, with when it was asked for (epoch ms): it is at least as new as that. */
export type ApiAnswer = Answer & { readonly askedAt: number };

/**
 * How old an answer is that goes out now, however long it took or was kept: by this server's clock, and in ms for a
 * page whose clock says otherwise.
 */
export function ageHeaders(askedAt: number): Headers {
  const age = Math.max(0, Date.now() - askedAt);
  return { 'x-fetched-at': new Date(askedAt).toISOString(), 'x-age-ms': age };
}

/** Starts an answer: status and headers only. Throws when headers have gone out already. */
export function startAnswer(res: ServerResponse, status: number, headers: Headers = {}): void {
  res.writeHead(status, { ...ANSWER_HEADERS, ...headers });
}

/** Sends a whole answer with its length; HEAD gets the same headers and no body. */
export function sendAnswer(res: ServerResponse, answer: Answer): void {
  const packed = packedBody(res.req, answer);
  const body = packed ?? answer.body;
  startAnswer(res, answer.status, {
    ...answer.headers,
    ...(packed && { 'content-encoding': 'gzip' }),
    vary: 'accept-encoding',
    'content-length': Buffer.byteLength(body),
  });
  // For HEAD, node:http itself leaves the body out.
  res.end(body);
}

/** Sends an environment's answer with its age. */
export function sendApiAnswer(res: ServerResponse, answer: ApiAnswer): void {
  sendAnswer(res, { ...answer, headers: { ...answer.headers, ...ageHeaders(answer.askedAt) } });
}

/** Sends a problem, or, when an answer has begun already, cuts the connection so that the client sees a cut. */
export function sendProblem(res: ServerResponse, problem: Problem): void {
  const { status, headers } = problem;
  if (!res.headersSent) sendAnswer(res, { status, body: JSON.stringify(problem.toBody()), headers });
  // To HTTP/1.0 (nginx' default towards us) the end of the connection is the end of the answer, unless it is a reset.
  else if (res.socket && res.req.httpVersionMinor === 0) res.socket.resetAndDestroy();
  else res.destroy();
}
