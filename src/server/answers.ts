import type { ServerResponse } from 'node:http';
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
  'content-security-policy': "default-src 'none'",
} as const;

/** Starts an answer: status and headers only. Throws when headers have gone out already. */
export function startAnswer(
  res: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | number>> = {},
): void {
  res.writeHead(status, { ...ANSWER_HEADERS, ...headers });
}

/** Sends a whole answer with its length; HEAD gets the same headers and no body. */
export function sendAnswer(
  res: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string | number>> = {},
): void {
  startAnswer(res, status, { ...headers, 'content-length': Buffer.byteLength(body) });
  // For HEAD, node:http itself leaves the body out.
  res.end(body);
}

/** Sends a problem, or, when an answer has begun already, cuts the connection so that the client sees a cut. */
export function sendProblem(res: ServerResponse, problem: Problem): void {
  if (res.headersSent) res.destroy();
  else sendAnswer(res, problem.status, JSON.stringify(problem.toBody()), problem.headers);
}
