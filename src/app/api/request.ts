import { decodeApiError, retryAfterMs } from '../../toloka/apiError.ts';
import { endpointPath, type Endpoint } from '../../toloka/endpoints.ts';
import { RequestFailure } from './failure.ts';

/** The proxy gives up after 30 s; a page that waits longer than this waits for a proxy that is gone. In ms. */
const PATIENCE_MS = 40_000;

/** An answer read as JSON, beside the text that it was read from. */
export type JsonAnswer = { readonly value: unknown; readonly text: string };

/** Asks the proxy for one endpoint of an environment and reads the answer as JSON (see `requestAnswer`). */
export async function requestJson(
  environment: string,
  endpoint: Endpoint,
  options: { readonly search?: string; readonly signal: AbortSignal },
): Promise<unknown> {
  return (await requestAnswer(environment, endpoint, options)).value;
}

/**
 * Asks the proxy for one endpoint of an environment. The only `fetch` of the app. Throws `RequestFailure` for everything
 * but a JSON answer with a 2xx status, and the signal's reason when aborted.
 */
export async function requestAnswer(
  environment: string,
  endpoint: Endpoint,
  options: { readonly search?: string; readonly signal: AbortSignal },
): Promise<JsonAnswer> {
  const query = options.search ? `?${options.search}` : '';
  const url = `/${encodeURIComponent(environment)}${endpointPath(endpoint)}${query}`;
  const timeout = AbortSignal.timeout(PATIENCE_MS);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      headers: { accept: 'application/json' },
      cache: 'no-store',
      signal: AbortSignal.any([options.signal, timeout]),
    });
    text = await response.text();
  } catch {
    // The browser's own text ("Failed to fetch") tells a person nothing, so it is replaced, not shown.
    options.signal.throwIfAborted();
    throw timeout.aborted
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
  const body = parseJson(text);
  if (response.ok && body.ok) return { value: body.value, text };
  throw failureOf(response, body.ok ? body.value : undefined);
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

function failureOf(response: Response, body: unknown): RequestFailure {
  const error = decodeApiError(body);
  const wait = retryAfterMs(response.headers.get('retry-after'), error, Date.now());
  return new RequestFailure({
    status: response.status,
    code: error.code ?? (response.ok ? 'NOT_JSON' : `HTTP_${response.status}`),
    message:
      error.message ?? (response.ok ? 'The answer is not JSON.' : 'The server answered with an error.'),
    requestId: error.request_id ?? null,
    retryAfterMs: wait,
  });
}
