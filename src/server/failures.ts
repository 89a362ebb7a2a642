import { ClientLeft } from './exchange.ts';
import { Problem } from './problem.ts';
import { UpstreamError } from './transport.ts';

/** Why a connection failed, in words, by the system's error code. No text of an error is ever passed on. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'it refused the connection',
  ECONNRESET: 'it closed the connection',
  UND_ERR_SOCKET: 'it closed the connection',
  EPIPE: 'it closed the connection',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
};

/**
 * What to tell the client about anything thrown while an environment was asked: the deadline or the leaving that ended
 * the exchange, a problem as it is, an unreachable upstream, or a body that broke off.
 */
export function failureOf(error: unknown, signal: AbortSignal): Problem | ClientLeft {
  const reason: unknown = signal.aborted ? signal.reason : error;
  if (reason instanceof Problem || reason instanceof ClientLeft) return reason;
  if (reason instanceof UpstreamError) return unreachable(reason.code);
  return new Problem('UPSTREAM_CUT', 'The answer of the API broke off. Try again in a moment.');
}

function unreachable(code: string): Problem {
  if (code === 'UND_ERR_CONNECT_TIMEOUT') {
    return new Problem('UPSTREAM_TIMEOUT', 'Connecting to the API took too long.');
  }
  const known = REASONS[code];
  if (known) return new Problem('UPSTREAM_UNREACHABLE', `The API could not be reached: ${known}.`);
  const certificate = /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO|ERR_(?:SSL|TLS)/.test(code);
  const cause = certificate ? 'its certificate is not trusted' : 'the connection failed';
  return new Problem('UPSTREAM_UNREACHABLE', `The API could not be reached: ${cause}.`);
}

/**
 * The problem of a fault of our own. Writes where it happened to stderr, without the error's message, which may quote
 * what must not be printed.
 */
export function internalProblem(error: unknown): Problem {
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const name = error instanceof Error ? error.name : typeof error;
  process.stderr.write(`Internal error (${name})\n${frames.join('\n')}\n`);
  return new Problem('INTERNAL_ERROR', 'Something went wrong in this server. Please report it.');
}
