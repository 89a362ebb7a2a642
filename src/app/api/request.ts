import { decodeApiError, retryAfterMs } from '../../toloka/apiError.ts';
import { endpointPath, type Endpoint } from '../../toloka/endpoints.ts';
import { parseJson } from '../../toloka/exactJson.ts';
import { RequestFailure } from './failure.ts';
import { rememberFailedRequest } from './requestIds.ts';
import { noteServerTime } from './serverClock.ts';

/** The proxy gives up after 30 s; a page that waits longer than this waits for a proxy that is gone. In ms. */
const PATIENCE_MS = 40_000;

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
  const failure = failureOf(response, body.ok ? body.value : undefined);
  if (endpoint.kind !== 'list') rememberFailedRequest(environment, endpoint.id, failure);
  throw failure;
}

/** An answer whose body is still on its way. */
export type StreamedAnswer = { readonly status: number; readonly body: ReadableStream<Uint8Array> };

/**
 * Asks like `requestAnswer`, but hands over a good answer's body while it comes, whatever is in it: it may be large.
 * How long the body takes is not limited here: the proxy cuts one that has come to a halt. Throws `RequestFailure` for
 * a status other than 2xx and when there is no answer, and the signal's reason when aborted.
 */
export async function requestStream(
  environment: string,
  endpoint: Endpoint,
  { signal }: { readonly signal: AbortSignal },
): Promise<StreamedAnswer> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  let response: Response;
  let text = '';
  try {
    response = await send(environment, endpoint, {}, AbortSignal.any([signal, patience.signal]));
    if (!response.ok || !response.body) text = await response.text();
  } catch {
    signal.throwIfAborted();
    throw noAnswer(patience.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
  if (response.ok && response.body) return { status: response.status, body: response.body };
  const body = readJson(text);
  throw failureOf(response, body.ok ? body.value : undefined);
}

/** The only `fetch` of the app. */
function send(
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
function noAnswer(late: boolean): RequestFailure {
  return late
    ? new RequestFailure({
        status: null,
        code: 'NO_ANSWER',
        message: 'The dashboard’s server did not answer in time.',
      })
    : new RequestFailure({
        status: null,
        code: 'UNREACHABLE',
        message: 'The dashboard’s server cannot be reached.',
      });
}

function readJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: parseJson(text) };
  } catch {
    return { ok: false };
  }
}

function failureOf(response: Response, body: unknown): RequestFailure {
  const error = decodeApiError(body);
  // A date is measured by the clock of who names it.
  const now = Date.parse(response.headers.get('date') ?? '') || Date.now();
  const wait = retryAfterMs(response.headers.get('retry-after'), error, now);
  return new RequestFailure({
    status: response.status,
    code: error.code ?? (response.ok ? 'NOT_JSON' : `HTTP_${response.status}`),
    message:
      error.message ?? (response.ok ? 'The answer is not JSON.' : 'The server answered with an error.'),
    requestId: error.request_id ?? null,
    retryAfterMs: wait,
  });
}
