import { decodeApiError, retryAfterMs } from '../../toloka/apiError.ts';
import { endpointPath, type Endpoint } from '../../toloka/endpoints.ts';
import { parseJson } from '../../toloka/exactJson.ts';
import { RequestFailure } from './failure.ts';
import { noteServerTime } from './serverClock.ts';

/** The proxy gives up after 30 s; a page that waits longer than this waits for a proxy that is gone. In ms. */
export const PATIENCE_MS = 40_000;

/** An answer read as JSON, beside the text that it was read from. */
export type JsonAnswer = {
  readonly value: unknown;
  readonly text: string;
  /** When it was true, epoch ms by this page's clock. */
  readonly at: number;
};

type Options = {
  readonly search?: string;
  readonly signal: AbortSignal;
  /** The answer of this moment is wanted, not one that the proxy has kept for others. */
  readonly fresh?: boolean;
};

/** Asks the proxy for one endpoint of an environment and reads the answer as JSON (see `requestAnswer`). */
export async function requestJson(
  environment: string,
  endpoint: Endpoint,
  options: Options,
): Promise<unknown> {
  return (await requestAnswer(environment, endpoint, options)).value;
}

/**
 * Asks the proxy for one endpoint of an environment. Throws `RequestFailure` for everything but a JSON answer with a
 * 2xx status, and the signal's reason when aborted.
 */
export async function requestAnswer(
  environment: string,
  endpoint: Endpoint,
  options: Options,
): Promise<JsonAnswer> {
  const timeout = AbortSignal.timeout(PATIENCE_MS);
  let response: Response;
  let text: string;
  let arrivedAt: number;
  try {
    response = await send(environment, endpoint, options, AbortSignal.any([options.signal, timeout]));
    arrivedAt = Date.now();
    noteServerTime(Date.parse(response.headers.get('x-fetched-at') ?? '') + ageOf(response), arrivedAt);
    text = await response.text();
  } catch {
    options.signal.throwIfAborted();
    throw noAnswer(timeout.aborted);
  }
  const body = readJson(text);
  if (response.ok && body.ok) return { value: body.value, text, at: arrivedAt - ageOf(response) };
  throw failureOf(response, body.ok ? body.value : undefined);
}

/** The only `fetch` of the app. */
export function send(
  environment: string,
  endpoint: Endpoint,
  { search, fresh = false }: Partial<Options>,
  signal: AbortSignal,
): Promise<Response> {
  const query = search ? `?${search}` : '';
  const url = `/${encodeURIComponent(environment)}${endpointPath(endpoint)}${query}`;
  const headers = {
    ...(fresh && { 'cache-control': 'no-cache' }),
    // Over plain http to another machine browsers do not say where a request comes from; a page of another site could
    // not set this one.
    ...(!globalThis.isSecureContext && { 'x-toloka-dashboard': '1' }),
  };
  // Nothing else: a request with other headers, or another cache mode, than the one that the page's head had the
  // browser make would be made again. No answer is stored in any case, since the proxy forbids it.
  return fetch(url, { headers, signal });
}

/** How old an answer was when the proxy sent it, in ms: a duration, so that no clock need agree with another one. */
function ageOf({ headers }: Response): number {
  const age = Number(headers.get('x-age-ms') ?? Number.NaN);
  return Number.isFinite(age) ? Math.max(0, age) : 0;
}

/** The browser's own text ("Failed to fetch") tells a person nothing, so it is replaced, not shown. */
export function noAnswer(late: boolean): RequestFailure {
  return late
    ? new RequestFailure({
        status: null,
        code: 'NO_ANSWER',
        message: { text: 'The dashboard’s server did not answer in time.' },
      })
    : new RequestFailure({
        status: null,
        code: 'UNREACHABLE',
        message: { text: 'The dashboard’s server cannot be reached.' },
      });
}

/** A text read as JSON, if it is any. */
export function readJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: parseJson(text) };
  } catch {
    return { ok: false };
  }
}

/** What an answer that is no success, or no JSON, says went wrong. */
export function failureOf(response: Response, body: unknown): RequestFailure {
  const error = decodeApiError(body);
  // A date is measured by the clock of who names it.
  const now = Date.parse(response.headers.get('date') ?? '') || Date.now();
  const wait = retryAfterMs(response.headers.get('retry-after'), error, now);
  return new RequestFailure({
    status: response.status,
    code: error.code ?? (response.ok ? 'NOT_JSON' : `HTTP_${response.status}`),
    message:
      error.message ??
      (response.ok ? { text: 'The answer is not JSON.' } : { text: 'The server answered with an error.' }),
    requestId: error.request_id ?? null,
    retryAfterMs: wait,
  });
}
