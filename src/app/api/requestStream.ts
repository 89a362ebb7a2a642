import type { Endpoint } from '../../toloka/endpoints.ts';
import { failureOf, noAnswer, PATIENCE_MS, readJson, send } from './request.ts';

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
