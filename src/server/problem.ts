import { randomUUID } from 'node:crypto';
import type { ApiErrorBody } from '../toloka/apiError.ts';

/** The codes of the proxy's own errors and the status of each. Scripts rely on both. */
export const PROBLEMS = {
  MALFORMED_REQUEST: 400,
  BODY_NOT_ALLOWED: 400,
  UNKNOWN_PARAMETER: 400,
  REPEATED_PARAMETER: 400,
  ACCESS_KEY_REQUIRED: 401,
  HOST_NOT_ALLOWED: 403,
  PEER_NOT_ALLOWED: 403,
  CROSS_SITE_REQUEST: 403,
  NOT_FOUND: 404,
  ENVIRONMENT_UNKNOWN: 404,
  METHOD_NOT_ALLOWED: 405,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_ERROR: 500,
  UPSTREAM_UNREACHABLE: 502,
  UPSTREAM_CUT: 502,
  UPSTREAM_NOT_JSON: 502,
  UPSTREAM_REDIRECT: 502,
  UPSTREAM_TOO_LARGE: 502,
  UPSTREAM_ECHOED_TOKEN: 502,
  UPSTREAM_TIMEOUT: 504,
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

type ProblemDetails = {
  /** Further response headers, for instance `allow`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Facts for programs, for instance the upstream's own status. */
  readonly payload?: unknown;
};

/**
 * Why the proxy does not give the answer that was asked for. The message is a sentence for people and is sent to the
 * client: it never holds a token, a stack or another error's text.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: unknown;

  constructor(code: ProblemCode, message: string, { headers = {}, payload }: ProblemDetails = {}) {
    super(message);
    this.code = code;
    this.headers = headers;
    this.payload = payload;
  }

  get status(): number {
    return PROBLEMS[this.code];
  }

  /** The answer's body, in the API's own shape (reference, "Errors"), under a request ID of its own. */
  toBody(): ApiErrorBody {
    const { code, message, payload } = this;
    return { request_id: randomUUID(), code, message, ...(payload !== undefined && { payload }) };
  }
}
